import DialerCore
import DialerEngine
import DialerStore

/// The daemon in virtual time. It does what `EngineLoop`, `EffectRunner` and `DialingService` do, with the same
/// ``Inbox``, in a process that can end at any moment.
final class SimulatedDaemon {
    /// Called once; the argument says whether the event is on disk.
    typealias Waiter = (Bool) -> Void

    let world: World
    let store: Store
    let provider: Provider
    let checker: Checker
    let fault: StoreFault
    private var engine: Engine?
    /// The number of the process. Plans of an earlier process are not carried out.
    private(set) var process = 0
    private var inbox = Inbox<Waiter>()
    /// The number of steps since anything happened. An idle daemon is woken less often, so that the run takes less
    /// time.
    private var idleTicks = 0
    /// Requests of this process whose answers are not on disk.
    private var unanswered: [BatchID: MakeCall] = [:]

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
        process += 1
        // The clock is right when a daemon starts, because a new process cannot know an earlier error.
        if world.clockOffset != .zero { checker.clockSteppedUnseen = true }
        world.clockOffset = .zero
        world.trace.note("start", Int64(process))
        let engine = Engine(
            store: store,
            limits: world.scenario.limits,
            timeZones: SimulatedZones(),
            generator: SeededGenerator(seed: world.scenario.seed &+ UInt64(process) &* 7919),
            at: world.daemonTime
        )
        self.engine = engine
        checker.noteStart()
        do {
            let effects = try fault.duringEngineWrite { try engine.recover(at: world.daemonTime) }
            guard carryOut(effects) else { return crash() }
            let interval = world.scenario.limits.dispatchInterval
            // The engine keeps the limits however often it is woken.
            startTimer(.dispatch, after: world.draw.duration(0...interval.inSeconds), every: interval)
            startTimer(.housekeeping, after: .seconds(1), every: .seconds(1))
        } catch {
            note(failure: error)
            crash()
        }
    }

    /// Ends the process: all that was in memory is lost, the connections of the waiters break, and a new process starts
    /// later.
    ///
    /// - Parameter batch: the batch that is being carried out.
    func crash(during batch: Inbox<Waiter>.Batch? = nil) {
        guard engine != nil else { return }
        world.trace.note("crash", Int64(process))
        engine = nil
        process += 1
        for request in unanswered.values { checker.note(doubt: request) }
        unanswered = [:]
        let waiters = inbox.waiters + (batch?.waiters ?? [])
        inbox = Inbox()
        waiters.forEach { $0(false) }
        world.plan(after: world.draw.duration(0.5...(world.draw.chance(0.3) ? 200 : 5))) { self.start() }
    }

    func receive(_ callback: CallbackEvent, _ waiter: @escaping Waiter) {
        guard engine != nil else { return waiter(false) }
        if world.mutant == .acknowledgedBeforeCommit {
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

    /// Wakes the daemon after an operator command. The real daemon looks every second, an idle simulated one less
    /// often.
    func wake() {
        guard engine != nil else { return }
        idleTicks = 0
        post(.housekeeping)
    }

    /// Runs `body` after `delay`, if `process` has not ended by then.
    func plan(after delay: Duration, in process: Int, _ body: @escaping () -> Void) {
        world.plan(after: delay) { if self.process == process { body() } }
    }

    private func planStep(after delay: Duration) {
        plan(after: delay, in: process) { self.step() }
    }

    private func step() {
        guard let engine, let batch = inbox.takeBatch() else { return }
        do {
            let explained = checker.explainDueContacts(before: batch.events, at: world.daemonTime)
            let effects = try fault.duringEngineWrite { try engine.step(batch.events, at: world.daemonTime) }
            checker.compare(explained)
            idleTicks += 1
            for event in batch.events {
                let (name, number) = event.traceLine
                world.trace.note(name, number)
            }
            checker.noteStep(batch.events, at: world.daemonTime)
            let result = inbox.committed(batch, effects: effects)
            guard carryOut(result.effects) else { return crash(during: batch) }
            for case .answer(let request, _) in batch.events { unanswered[request] = nil }
            if inbox.requestsUnderWay != unanswered.count {
                world.violate(.works, "the inbox counts \(inbox.requestsUnderWay) of \(unanswered.count) requests")
            }
            follow(result)
        } catch {
            note(failure: error)
            follow(inbox.failed(batch))
        }
    }

    private func follow(_ result: Inbox<Waiter>.StepResult) {
        result.waiters.forEach { $0(result.isWritten) }
        if let delay = result.nextStep { planStep(after: delay) }
    }

    /// A failure that no fault explains is a violation.
    private func note(failure error: any Error) {
        world.trace.note("store failure")
        if case StoreError.diskFull = error { return }
        world.violate(.works, "a step failed: \(error)")
    }

    /// - Returns: false if the process ends in the middle of the effects.
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

    /// Posts a timer's event again and again, more slowly while the daemon is idle.
    private func startTimer(_ event: EngineEvent, after wait: Duration, every interval: Duration) {
        plan(after: wait, in: process) {
            self.post(event)
            let most = self.world.isHealed ? 900.0 : 60.0
            let stretch = Double(1 << min(max(0, self.idleTicks - 6) / 2, 12))
            let next = max(interval, min(interval * stretch, .seconds(most)))
            self.startTimer(event, after: next, every: interval)
        }
    }
}

extension EngineEvent {
    fileprivate var traceLine: (String, Int64) {
        switch self {
        case .dispatch: ("dispatch", 0)
        case .housekeeping: ("housekeeping", 0)
        case .answer(let batch, .accepted): ("answer: accepted", batch.value)
        case .answer(let batch, .refused): ("answer: refused", batch.value)
        case .answer(let batch, .unclear): ("answer: unclear", batch.value)
        case .callback(let callback): ("\(callback.kind.rawValue) of", Int64(callback.to?.text ?? "") ?? 0)
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
