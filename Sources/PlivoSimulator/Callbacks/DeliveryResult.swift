/// The result of one try to deliver a callback.
package enum DeliveryResult: Equatable, Sendable {
    /// A 2xx response. `plausibleXML` is false if the call waits for XML and the body cannot be Plivo XML.
    case accepted(plausibleXML: Bool)
    /// Any other response.
    case refused(status: Int)
    /// No connection, or a connection that was closed before the response was complete.
    case notConnected
    case timedOut

    /// The kind of failure as a retry policy names it; nil for a result after which no callback is tried again.
    package var retryReason: RetryPolicy.Reason? {
        switch self {
        case .refused(400...499): .clientError
        case .refused(500...599): .serverError
        case .notConnected: .connect
        case .timedOut: .read
        case .accepted, .refused: nil
        }
    }
}
