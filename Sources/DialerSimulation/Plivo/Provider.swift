import DialerCore
import DialerEngine

/// A model of Plivo, written from its documentation, that remembers what really happened.
final class Provider {
    let world: World
    let checker: Checker
    /// Told about each callback; its answer says whether to repeat it.
    var deliver: (CallbackEvent, @escaping (Bool) -> Void) -> Void = { _, _ in }
    var calls: [ProviderCall] = []
    var callsByUUID: [CallUUID: ProviderCall] = [:]
    /// Queued, ringing or talking.
    var open: [ProviderCall] = []
    /// Until then everything fails.
    var outageEnds = MonotonicTime(nanoseconds: 0)
    private var stallEnds = MonotonicTime(nanoseconds: 0)
    private var nextStart = MonotonicTime(nanoseconds: 0)
    private let isLegacy: Bool
    /// The call of each batch that the last callback spoke of.
    var lastTold: [String: ProviderCall] = [:]

    init(world: World, checker: Checker) {
        self.world = world
        self.checker = checker
        isLegacy = world.scenario.rate(.legacyUUIDs) > 0
    }

    var isOut: Bool { !world.isHealed && world.now < outageEnds }

    /// Takes a call; it starts when the account's CPS allows, behind those taken before (docs/plivo.md, "Queueing and
    /// CPS").
    ///
    /// - Parameter count: how many destinations its request has.
    @discardableResult
    func place(
        _ destination: Destination,
        from: String,
        contact: ContactKey?,
        token: String,
        arguments: CallArguments,
        among count: Int = 1
    ) -> ProviderCall {
        let uuid = makeUUID()
        let call = ProviderCall(
            uuid: uuid,
            requestUUID: isLegacy ? makeUUID() : uuid,
            from: from,
            to: destination,
            contact: contact,
            token: token,
            at: world.now,
            wall: wholeSeconds(world.trueTime),
            latestEnd: latestEnd(arguments, among: count),
            fate: CallFate(of: arguments, &world.draw)
        )
        checker.note(placed: call)
        calls.append(call)
        callsByUUID[call.uuid] = call
        open.append(call)
        world.trace.note("placed", Int64(calls.count), Int64(destination.text) ?? 0)
        guard contact != nil else {
            world.plan(after: .milliseconds(100)) { self.start(call) }
            return call
        }
        queue(call)
        return call
    }

    /// Behind what may wait in the queue already, and the others of its request.
    private func latestEnd(_ arguments: CallArguments, among count: Int) -> MonotonicTime {
        let limits = world.scenario.limits
        let wait = limits.queueAhead + limits.dispatchInterval + .seconds(Double(count) / limits.callsPerSecond)
        // The dialer reckons from when the request left.
        return world.now + (wait + arguments.longestFromRing - .seconds(1))
    }

    private func queue(_ call: ProviderCall) {
        let start = max(world.now, nextStart)
        nextStart = start + .seconds(1 / (world.scenario.limits.callsPerSecond * world.scenario.providerPace))
        world.plan(after: start - world.now) { self.leaveQueue(call) }
    }

    private func leaveQueue(_ call: ProviderCall) {
        guard world.isHealed || world.now >= stallEnds else { return queue(call) }
        start(call)
    }

    /// The queue stands still: what is in it waits, and keeps its order.
    func stall(for duration: Duration) {
        stallEnds = world.now + duration
        nextStart = max(nextStart, stallEnds)
    }

    func makeUUID() -> CallUUID {
        let number = String(world.draw.next() >> 16, radix: 16)
        let text = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - number.count) + number
        guard let uuid = CallUUID(text) else { preconditionFailure("no uuid: \(text)") }
        return uuid
    }

    /// Plivo's times are given to the second.
    func wholeSeconds(_ time: WallTime) -> WallTime {
        WallTime(milliseconds: time.milliseconds / 1000 * 1000)
    }
}
