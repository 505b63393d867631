import DialerCore
import DialerEngine
import DialerStore

/// The daemon in virtual time: does what `EngineLoop`, `EffectRunner` and `DialingService` do, by the same ``Inbox``, in a
/// process that can end at any moment.
final class SimulatedDaemon {
    /// Called once, with whether the event is on disk.
    typealias Waiter = (Bool) -> Void

    let world: World
    let store: Store
    let provider: Provider
    let checker: Checker
    let fault: StoreFault
    private var engine: Engine?
    /// Which process; what belongs to an earlier one is void.
    private(set) var incarnation = 0
    private var inbox = Inbox<Waiter>()
    /// Timers that have fired since anything happened: an idle daemon is woken less often, to save the run's time.
    private(set) var idleTicks = 0
    /// Requests carried out whose answers are not on disk.
    private(set) var unanswered: [BatchID: MakeCall] = [:]

    init(world: World, store: Store, provider: Provider, checker: Checker, fault: StoreFault) {
        self.world = world
        self.store = store
        self.provider = provider
        self.checker = checker
        self.fault = fault
    }

    var isRunning: Bool { engine != nil }

    func start() {
        guard engine == nil else { return }
        incarnation += 1
        // A clock is right when a daemon starts: what it was before, a new process cannot know.
        if world.clockOffset != .zero { checker.clockSteppedUnseen = true }
        world.clockOffset = .zero
        world.trace.note("start", Int64(incarnation))
        let seed = world.scenario.seed &+ UInt64(incarnation) &* 7919
        let engine = Engine(
            store: store,
            limits: world.scenario.limits,
            timeZones: Scenario.timeZones,
            generator: SeededGenerator(seed: seed),
            at: world.daemonTime
        )
        self.engine = engine
        checker.noteStart()
        do {
            let effects = try armed { try engine.recover(at: world.daemonTime) }
            guard carryOut(effects) else { return crash() }
            let interval = world.scenario.limits.dispatchInterval
            // The limits are the engine's, whenever it is woken.
            plan(.dispatch, after: world.draw.duration(0...interval.inSeconds), every: interval, incarnation)
            plan(.housekeeping, after: .seconds(1), every: .seconds(1), incarnation)
        } catch {
            failed(error)
            crash()
        }
    }

    /// The process ends: everything in memory is gone, and the waiters' connections break.
    ///
    /// - Parameter batch: is being carried out.
    func crash(during batch: Inbox<Waiter>.Batch? = nil) {
        guard engine != nil else { return }
        world.trace.note("crash", Int64(incarnation))
        engine = nil
        incarnation += 1
        for request in unanswered.values { checker.note(doubt: request) }
        unanswered = [:]
        let waiters = inbox.waiters + (batch?.waiters ?? [])
        inbox = Inbox()
        waiters.forEach { $0(false) }
        world.plan(after: world.draw.duration(0.5...(world.draw.chance(0.3) ? 200 : 5))) { self.start() }
    }

    func receive(_ callback: CallbackEvent, _ waiter: @escaping Waiter) {
        guard engine != nil else { return waiter(false) }
        if world.sabotage == .acknowledgedBeforeCommit {
            waiter(true)
            return post(.callback(callback))
        }
        post(.callback(callback), waiter)
    }

    func post(_ event: EngineEvent, _ waiter: Waiter? = nil) {
        if !event.isTimer { idleTicks = 0 }
        let delay = world.draw.duration(0...0.01)
        if inbox.add(event, waiter: waiter) { planStep(after: delay) }
    }

    /// An idle run's timers are slower than the daemon's, which looks every second.
    func wake() {
        guard engine != nil else { return }
        idleTicks = 0
        post(.housekeeping)
    }

    private func planStep(after delay: Duration) {
        let process = incarnation
        world.plan(after: delay) { if self.incarnation == process { self.step() } }
    }

    private func step() {
        guard let engine, let batch = inbox.takeBatch() else { return }
        do {
            let explained = checker.explainDueContacts(before: batch.events, at: world.daemonTime)
            let effects = try armed { try engine.step(batch.events, at: world.daemonTime) }
            checker.compare(explained)
            note(batch.events)
            checker.noteStep(batch.events, at: world.daemonTime)
            let aftermath = inbox.committed(batch, effects: effects)
            guard carryOut(aftermath.effects) else { return crash(during: batch) }
            for case .answer(let request, _) in batch.events { unanswered[request] = nil }
            if inbox.requestsUnderWay != unanswered.count {
                world.violate(.works, "the inbox counts \(inbox.requestsUnderWay) of \(unanswered.count) requests")
            }
            follow(aftermath)
        } catch {
            failed(error)
            follow(inbox.failed(batch))
        }
    }

    private func follow(_ aftermath: Inbox<Waiter>.Aftermath) {
        aftermath.waiters.forEach { $0(aftermath.isWritten) }
        if let delay = aftermath.nextStep { planStep(after: delay) }
    }

    /// Only failures that were planned are no news.
    private func failed(_ error: any Error) {
        world.trace.note("store failure")
        if case StoreError.diskFull = error { return }
        world.violate(.works, "a step failed: \(error)")
    }

    private func armed(_ body: () throws -> [Effect]) rethrows -> [Effect] {
        fault.arm(true)
        defer { fault.arm(false) }
        return try body()
    }

    private func note(_ events: [EngineEvent]) {
        idleTicks += 1
        for event in events {
            let (name, number) = event.traceLine
            world.trace.note(name, number)
        }
    }

    /// False if the process ends in the middle of it.
    private func carryOut(_ effects: [Effect]) -> Bool {
        let dies = !effects.isEmpty && world.happens(.crashBetweenEffects)
        let done = dies ? world.draw.whole(0...effects.count) : effects.count
        for effect in effects {
            guard case .call(let call) = effect else { continue }
            unanswered[call.batch] = call
            checker.note(intent: call)
        }
        for effect in effects.prefix(done) {
            if case .notice = effect {} else { idleTicks = 0 }
            perform(effect)
        }
        return !dies
    }

    private func plan(_ event: EngineEvent, after wait: Duration, every interval: Duration, _ process: Int) {
        world.plan(after: wait) {
            guard self.incarnation == process else { return }
            self.post(event)
            let most = self.world.isHealed ? 900.0 : 60.0
            let stretch = Double(1 << min(max(0, self.idleTicks - 6) / 2, 12))
            let next = max(interval, min(interval * stretch, .seconds(most)))
            self.plan(event, after: next, every: interval, process)
        }
    }
}

extension EngineEvent {
    fileprivate var traceLine: (StaticString, Int64) {
        switch self {
        case .dispatch: ("dispatch", 0)
        case .housekeeping: ("housekeeping", 0)
        case .answer(let batch, .accepted): ("answer: accepted", batch.value)
        case .answer(let batch, .refused): ("answer: refused", batch.value)
        case .answer(let batch, .unclear): ("answer: unclear", batch.value)
        case .callback(let callback): (callback.kind.traceName, Int64(callback.to?.text ?? "") ?? 0)
        case .record(let attempt, .success): ("record of attempt", attempt.value)
        case .record(let attempt, .failure): ("no record of attempt", attempt.value)
        case .listed(_, .success(let uuids)): ("listed", Int64(uuids.count))
        case .listed: ("list failed", 0)
        case .described(_, _, .success(let call)): ("described", Int64(call.to?.text ?? "") ?? 0)
        case .described: ("not described", 0)
        case .recordsListed(_, .success(let page)): ("records", Int64(page.totalCount))
        case .recordsListed: ("records failed", 0)
        case .located(let attempt, .success): ("located attempt", attempt.value)
        case .located(let attempt, .failure): ("not located: attempt", attempt.value)
        case .withdrawn(let attempt, .success): ("withdrawn: attempt", attempt.value)
        case .withdrawn(let attempt, .failure): ("not withdrawn: attempt", attempt.value)
        case .delivered(let delivery, _): ("delivered", delivery.value)
        case .exported(let campaign): ("exported", campaign.value)
        }
    }
}

extension CallbackEvent.Kind {
    fileprivate var traceName: StaticString {
        switch self {
        case .ring: "ring of"
        case .answer: "answer of"
        case .machine: "machine of"
        case .hangup: "hangup of"
        }
    }
}
