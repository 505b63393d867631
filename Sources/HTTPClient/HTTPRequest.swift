/// One request to an absolute `http` or `https` URL. See ``HTTPTransport`` for how often it is sent.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    package var method: Method
    package var url: String
    /// Sent unchanged: neither names nor values may have line breaks.
    package var headers: [String: String]
    /// Sent with a POST only.
    package var body: [UInt8]

    package init(method: Method, url: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}
