/// One request to an absolute `http` or `https` URL. It leaves at most once; see ``HTTPTransport``.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    package var method: Method
    package var url: String
    /// Sent as they stand: names and values without line breaks.
    package var headers: [String: String]
    /// Only of a POST.
    package var body: [UInt8]

    package init(method: Method, url: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}
