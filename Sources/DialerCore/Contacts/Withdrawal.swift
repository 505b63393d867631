/// What a contact becomes if its call can be taken back from Plivo's queue before it rings. The raw value is the name in
/// the schema.
package enum Withdrawal: String, CaseIterable, Hashable, Sendable {
    /// Its campaign is cancelled.
    case cancelled
    /// Its number has come onto the do-not-call list.
    case suppressed
    /// Its campaign is paused: it will be called another time, and nothing is used up.
    case pending

    /// The outcome of the contact; nil if it is to be called another time.
    package var outcome: Outcome? {
        switch self {
        case .cancelled: .cancelled
        case .suppressed: .suppressed
        case .pending: nil
        }
    }
}
