/// What became of one try to deliver a callback.
package enum DeliveryResult: Equatable, Sendable {
    /// A 2xx answer; whether its body could be Plivo XML.
    case accepted(plausibleXML: Bool)
    /// Any other answer.
    case refused(status: Int)
    /// No connection, or one that was closed before an answer.
    case notConnected
    case timedOut

    /// The reason that a retry policy knows; nil for what nothing is tried again for.
    package var retryReason: RetryPolicy.Reason? {
        switch self {
        case .accepted: nil
        case .refused(400...499): .clientError
        case .refused(500...599): .serverError
        case .refused: nil
        case .notConnected: .connect
        case .timedOut: .read
        }
    }
}
