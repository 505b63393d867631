/// The state of a call. The raw value is the `call_status` of live and queued calls.
package enum CallState: String, Sendable {
    /// Accepted; waits until the account's CPS allows its start.
    case queued
    /// Started; rings or is about to ring.
    case ringing
    case inProgress = "in-progress"
    case ended = "completed"
}
