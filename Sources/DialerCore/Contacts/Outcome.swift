/// How a contact ended (docs/state-machine.md, "A contact"). The raw value is the name in JSON, in results and in the
/// schema.
package enum Outcome: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// It was picked up.
    case answered
    /// Machine detection said so.
    case machine
    case busy
    case noAnswer = "no_answer"
    /// Every other cause without an answer.
    case failed
    /// Plivo's API refused this destination, or the callee did.
    case rejected
    /// On the do-not-call list.
    case suppressed
    /// Not dialled by `end_at`.
    case expired
    /// Withdrawn by the operator.
    case cancelled
    /// Plivo's records cannot tell.
    case unknown
}
