/// The checked arguments of one make-call request, shared by all calls of the request (docs/plivo.md, "Making calls").
package final class MakeCall: Sendable {
    /// The digits of the caller ID, without `+`.
    package let from: String
    package let answer: CallbackTarget
    package let fallback: CallbackTarget?
    package let ring: CallbackTarget?
    package let hangup: CallbackTarget?
    let callerName: String
    /// Seconds from the pick-up, at most 24 hours.
    package let timeLimit: Int
    /// Seconds from the first ring; nil for no limit.
    package let hangupOnRing: Int?
    /// Seconds that an unanswered call rings.
    package let ringTimeout: Int
    package let machineDetection: MachineDetection?
    /// The `X-PH-…` parameters of every callback.
    package let sipHeaders: FormFields
    let parentCall: String?
    package let errorIfParentNotFound: Bool

    package init(reading arguments: ArgumentReader) throws(BadRequest) {
        from = try Self.callerID(arguments)
        guard let answer = try arguments.target("answer") else { throw .missing("answer_url") }
        self.answer = answer
        fallback = try arguments.target("fallback")
        ring = try arguments.target("ring")
        hangup = try arguments.target("hangup")
        callerName = try arguments.string("caller_name") ?? ""
        guard callerName.count <= 50 else { throw .invalid("caller_name") }
        timeLimit = min(try arguments.integer("time_limit", in: 1...Int.max) ?? 14_400, 86_400)
        hangupOnRing = try arguments.integer("hangup_on_ring", in: 1...Int.max).map { min($0, 86_400) }
        ringTimeout = min(try arguments.integer("ring_timeout", in: 1...Int.max) ?? 120, 86_400)
        machineDetection = try Self.machineDetection(arguments)
        sipHeaders = try Self.sipHeaders(arguments)
        parentCall = try arguments.string("parent_call_uuid")
        errorIfParentNotFound = try arguments.boolean("error_if_parent_not_found") ?? false
        try Self.checkArgumentsWithoutEffect(arguments)
    }
}
