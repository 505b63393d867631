/// Passes callbacks on to the URLs that a campaign gives of its own. It repeats nothing.
///
/// Whoever receives them cannot check Plivo's signature, which is of another URL.
package struct CallbackForwarder: Sendable {
    private let transport: HTTPTransport

    package init(transport: HTTPTransport) {
        self.transport = transport
    }

    /// - Parameters:
    ///   - method: `GET`, which puts the parameters into the query, or `POST`.
    ///   - parameters: form-encoded.
    /// - Returns: whether it was answered with a 2xx.
    package func deliver(_ parameters: String, to url: String, method: String) async -> Bool {
        // What Plivo is told by a URL's fragment is not for its receiver (plivo-facts, 6.5).
        let receiver = String(url.prefix { $0 != "#" })
        let request =
            if method.uppercased() == "GET" {
                HTTPRequest(method: .get, url: receiver + (receiver.contains("?") ? "&" : "?") + parameters)
            } else {
                HTTPRequest(
                    method: .post,
                    url: receiver,
                    headers: ["Content-Type": "application/x-www-form-urlencoded"],
                    body: Array(parameters.utf8)
                )
            }
        guard case .response(let response) = await transport.send(request) else { return false }
        return (200..<300).contains(response.status)
    }
}
