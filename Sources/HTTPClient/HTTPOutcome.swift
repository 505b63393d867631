/// How a request ended. The cases tell first whether the server can have received the request.
package enum HTTPOutcome: Sendable {
    /// A complete response, whatever its status.
    case response(HTTPResponse)
    /// No byte of the request was sent: the URL was refused; name resolution, connecting, the TLS handshake or the wait
    /// for a free connection failed; or the transport was shut down.
    case neverSent(reason: String)
    /// Sending began, and no complete response arrived within the request timeout.
    case timedOut
    /// Sending began, and the connection broke, or the response was not HTTP or was too long.
    case broken(reason: String)
}
