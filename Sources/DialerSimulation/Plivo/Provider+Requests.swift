import DialerCore
import DialerEngine

/// Make-call requests.
extension Provider {
    struct Reply {
        var answer: MakeCallAnswer
        var delay: Duration
    }

    func receive(_ request: MakeCall, of campaign: CampaignID) -> Reply {
        checker.note(arrived: request, of: campaign)
        if hasOutage {
            return world.draw.pick([
                Reply(answer: .refused(.neverConnected(reason: "refused")), delay: .milliseconds(20)),
                Reply(answer: .unclear(.status(503)), delay: .milliseconds(20)),
                Reply(answer: .unclear(.timedOut), delay: world.scenario.requestTimeout),
            ])
        }
        if let answer = refusal(of: request) {
            return Reply(answer: answer, delay: world.draw.duration(0.02...0.5))
        }
        if world.happens(.errorBefore) { return Reply(answer: .unclear(.status(500)), delay: .milliseconds(100)) }
        if world.happens(.lostBefore) { return lost() }
        let invalid = request.destinations.filter(isInvalid)
        let placed = request.destinations.filter { !isInvalid($0) }.map { destination in
            place(
                destination,
                from: request.callerID,
                contact: ContactKey(campaign: campaign, destination: destination),
                token: request.token,
                arguments: request.arguments,
                among: request.destinations.count
            )
        }
        if world.happens(.errorAfter) { return Reply(answer: .unclear(.status(502)), delay: .milliseconds(100)) }
        if world.happens(.lostAfter) { return lost() }
        let delay = world.happens(.slowAnswer) ? world.draw.duration(3...28) : world.draw.duration(0.02...0.6)
        return Reply(answer: accepted(placed.map(\.requestUUID), invalid: invalid.map(\.text)), delay: delay)
    }

    private func refusal(of request: MakeCall) -> MakeCallAnswer? {
        if request.destinations.contains(where: isBad) {
            return .refused(.badRequest(status: 400, message: "to is not valid"))
        }
        if world.happens(.rateLimited) {
            return .refused(.rateLimited(retryAfter: world.draw.chance(0.3) ? .seconds(3) : nil))
        }
        if world.happens(.neverConnected) { return .refused(.neverConnected(reason: "no route")) }
        if world.happens(.badRequest) { return .refused(.badRequest(status: 400, message: "no")) }
        if world.happens(.forbidden) { return .refused(.forbidden(message: "barred")) }
        if world.happens(.unauthorized) { return .refused(.unauthorized(message: "who?")) }
        if world.happens(.paymentRequired) { return .refused(.paymentRequired(message: "pay")) }
        return nil
    }

    private func lost() -> Reply {
        world.draw.chance(0.5)
            ? Reply(answer: .unclear(.timedOut), delay: world.scenario.requestTimeout)
            : Reply(answer: .unclear(.connectionLost(reason: "reset")), delay: world.draw.duration(0.05...10))
    }

    private func accepted(_ uuids: [CallUUID], invalid: [String]) -> MakeCallAnswer {
        var uuids = uuids
        if world.happens(.reordered) { uuids = world.draw.shuffled(uuids) }
        if world.happens(.fewer), !uuids.isEmpty { uuids.removeLast() }
        if world.happens(.more) { uuids.insert(makeUUID(), at: 0) }
        if world.happens(.none) { uuids = [] }
        guard !uuids.isEmpty || !invalid.isEmpty else { return .unclear(.unusableBody) }
        return .accepted(uuids: uuids, invalidNumbers: invalid)
    }

    /// Whether Plivo refuses every request with this number. It depends on the seed alone, so that all runs of a seed
    /// agree.
    func isBad(_ destination: Destination) -> Bool { has(.badNumbers, destination, salt: 1) }
    /// Whether Plivo accepts requests with this number, but names it in `invalid_numbers`.
    func isInvalid(_ destination: Destination) -> Bool { has(.invalidNumbers, destination, salt: 2) }

    private func has(_ fault: Fault, _ destination: Destination, salt: UInt64) -> Bool {
        guard case .phone(let digits) = destination else { return false }
        var draw = SeededGenerator(seed: UInt64(digits) &* 31 &+ salt &+ world.scenario.seed)
        return draw.chance(world.scenario.rate(fault))
    }
}
