/// Where a call is in its life. The raw value is `call_status` of the live and queued resources.
package enum CallState: String, CaseIterable, Sendable {
    /// Accepted; waits for its turn at the account's CPS.
    case queued
    /// Started, ringing or about to.
    case ringing
    case inProgress = "in-progress"
    case ended = "completed"
}
