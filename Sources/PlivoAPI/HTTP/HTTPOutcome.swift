/// What became of a request. Whether it may have reached the server is the first thing it says.
package enum HTTPOutcome: Sendable {
    /// A complete answer, of whatever status.
    case response(HTTPResponse)
    /// Not one byte of the request left: name resolution, connecting, the TLS handshake or the wait for a free
    /// connection failed, or the transport was shut down.
    case neverSent(reason: String)
    /// The request began to leave, and no complete answer came in time.
    case timedOut
    /// The request began to leave, and the connection broke, the answer was not HTTP or it was too long.
    case broken(reason: String)
}

package struct HTTPResponse: Sendable {
    package var status: Int
    /// The last value of each field, under its name in lower case.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
