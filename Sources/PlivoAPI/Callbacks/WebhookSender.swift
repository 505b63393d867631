package import HTTPClient

/// Delivers callbacks to the URLs that a campaign has set for itself. Each callback is sent once, without retries.
///
/// The receiver cannot check Plivo's signature, because Plivo signed the daemon's URL.
package struct WebhookSender: Sendable {
    private let transport: HTTPTransport

    package init(transport: HTTPTransport) {
        self.transport = transport
    }

    /// - Parameters:
    ///   - parameters: form-encoded, as Plivo sent them.
    ///   - method: `GET`, in any case, puts the parameters into the query; anything else sends them as a POST.
    /// - Returns: whether the receiver answered with a 2xx.
    package func deliver(_ parameters: String, to url: String, method: String) async -> Bool {
        // A fragment contains retry settings for Plivo and is not sent (docs/plivo.md, "Callbacks").
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
