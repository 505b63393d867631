/// What a contact becomes if its call is withdrawn from Plivo's queue before it rings. The raw value is the name in the
/// schema.
package enum Withdrawal: String, CaseIterable, Hashable, Sendable {
    /// Its campaign is cancelled.
    case cancelled
    /// Its number has come onto the do-not-call list.
    case suppressed
    /// Its campaign is paused: the contact is pending again, and no attempt is used up.
    case requeue = "pending"

    /// The outcome of the contact; nil if it is pending again.
    package var outcome: Outcome? {
        switch self {
        case .cancelled: .cancelled
        case .suppressed: .suppressed
        case .requeue: nil
        }
    }
}
