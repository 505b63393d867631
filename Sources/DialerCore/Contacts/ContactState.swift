/// The state of a contact (docs/cli.md, "status --json"). The raw value is the name in JSON and in the schema.
package enum ContactState: String, CaseIterable, Hashable, Sendable {
    /// Not called yet, or waiting for a retry or a window.
    case pending
    /// The attempt is on disk; Plivo's answer is not.
    case dialing
    /// Plivo has accepted the call.
    case queued
    case ringing
    case inProgress = "in_progress"
    /// Plivo may or may not have the call.
    case inDoubt = "in_doubt"
    /// The contact has its outcome.
    case finished

    /// States of contacts whose call was handed to Plivo and has not ended, in doubt included: `max_calls_in_flight`
    /// counts them.
    package static let inFlight: [ContactState] = [.dialing, .queued, .ringing, .inProgress, .inDoubt]
}
