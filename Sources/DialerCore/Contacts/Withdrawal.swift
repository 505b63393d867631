/// What a contact becomes if its call is withdrawn from Plivo's queue before it rings. The raw value is the name in the
/// schema.
package enum Withdrawal: String, CaseIterable, Hashable, Sendable {
    /// The contact's campaign is canceled.
    case cancelled
    /// The contact's number was added to the do-not-call list.
    case suppressed
    /// The contact's campaign is paused: the contact is pending again, and the attempt does not count.
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
