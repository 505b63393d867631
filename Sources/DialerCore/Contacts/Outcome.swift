/// How a contact ended (docs/state-machine.md, "A contact"). The raw value is the name in JSON, in results and in the
/// schema. A new outcome needs a migration, because the columns and CHECKs of `SchemaV1` name every outcome.
package enum Outcome: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The call was answered.
    case answered
    /// Machine detection found a machine.
    case machine
    case busy
    case noAnswer = "no_answer"
    /// Not answered, for a cause that no other outcome names.
    case failed
    /// Plivo's API refused this destination, or the callee rejected the call.
    case rejected
    /// The number is on the do-not-call list.
    case suppressed
    /// Not dialed by `end_at`.
    case expired
    /// Canceled by the operator.
    case cancelled
    /// Plivo's records do not show how the call ended, or whether there was one.
    case unknown
}
