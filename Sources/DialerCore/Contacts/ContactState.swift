/// Where a contact stands (docs/cli.md, "status --json"). The raw value is the name in JSON and in the schema.
package enum ContactState: String, CaseIterable, Hashable, Sendable {
    /// Not called yet, or waiting for a retry or a window.
    case pending
    /// The intent is on disk, Plivo's answer is not.
    case dialing
    /// Plivo took it.
    case queued
    case ringing
    case inProgress = "in_progress"
    /// Plivo may or may not have it.
    case inDoubt = "in_doubt"
    /// It has its one outcome.
    case finished

    /// Handed to Plivo and not yet ended, in doubt included: what `max_calls_in_flight` counts.
    package static let inFlight: [ContactState] = [.dialing, .queued, .ringing, .inProgress, .inDoubt]
}
