import DialerCore
import DialerEngine

/// A model of Plivo, written from its documentation. It knows what really happened.
final class Provider {
    let world: World
    let checker: Checker
    /// Receives each callback, and reports whether it is acknowledged. If not, the provider repeats it.
    var deliver: (CallbackEvent, @escaping (Bool) -> Void) -> Void = { _, _ in }
    var calls: [ProviderCall] = []
    var callsByUUID: [CallUUID: ProviderCall] = [:]
    /// Calls that have not ended.
    var open: [ProviderCall] = []
    /// When the outage ends. Until then every request fails.
    var outageEnds = MonotonicTime.start
    private var stallEnds = MonotonicTime.start
    private var nextStart = MonotonicTime.start
    /// For each batch's token, the call of the last callback.
    var lastReported: [String: ProviderCall] = [:]

    init(world: World, checker: Checker) {
        self.world = world
        self.checker = checker
    }

    var hasOutage: Bool { !world.isHealed && world.now < outageEnds }

    /// Accepts a call. It starts when the account's CPS allows, after the calls that were accepted before it
    /// (docs/plivo.md, "Queueing and CPS").
    ///
    /// - Parameter count: the number of destinations of its request.
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
            requestUUID: world.scenario.rate(.legacyUUIDs) > 0 ? makeUUID() : uuid,
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
        if contact != nil {
            queue(call)
        } else {
            world.plan(after: .milliseconds(100)) { self.start(call) }
        }
        return call
    }

    /// The latest end of a call that waits for all calls that may be in the queue, and for the others of its request.
    private func latestEnd(_ arguments: CallArguments, among count: Int) -> MonotonicTime {
        let limits = world.scenario.limits
        let wait = limits.queueAhead + limits.dispatchInterval + .seconds(Double(count) / limits.callsPerSecond)
        // The dialer counts from the moment at which the request left.
        return world.now + (wait + arguments.longestFromRing - .seconds(1))
    }

    private func queue(_ call: ProviderCall) {
        let start = max(world.now, nextStart)
        nextStart = start + .seconds(1 / (world.scenario.limits.callsPerSecond * world.scenario.providerPace))
        world.plan(after: start - world.now) {
            let isStalled = !self.world.isHealed && self.world.now < self.stallEnds
            if isStalled { self.queue(call) } else { self.start(call) }
        }
    }

    /// Stops the queue for a while. The calls in it keep their order.
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

    /// Plivo gives times in whole seconds.
    func wholeSeconds(_ time: WallTime) -> WallTime {
        WallTime(milliseconds: time.milliseconds / 1000 * 1000)
    }
}
