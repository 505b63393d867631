package import DialerCore
package import DialerEngine
package import DialerStore
import Dispatch
import Synchronization

/// Runs the engine on one serial queue: commits events in batches and then starts the effects that follow from them. What
/// to do next is decided by the ``Inbox``.
package final class EngineLoop: Sendable {
    private typealias Waiter = @Sendable ((any Error)?) -> Void

    private struct State {
        var inbox = Inbox<Waiter>()
        var whenQuiet: (@Sendable () -> Void)?
        var trouble: StoreError?
    }

    private let queue = DispatchQueue(label: "dialerd.engine", qos: .userInitiated)
    private let state = Mutex(State())
    private nonisolated(unsafe) let confinedEngine: Engine
    private let perform: @Sendable (Effect, EngineLoop) -> Void
    private let troubleChanged: @Sendable (StoreError?) -> Void
    private let isAlive: @Sendable () -> Void

    /// Everything that is passed is called on the engine's queue and must return quickly: the next transaction waits for it.
    ///
    /// - Parameters:
    ///   - perform: starts an effect. A `call` must be followed by exactly one `answer`, whatever happens.
    ///   - troubleChanged: called with the error when the database begins to fail, and with nil when it works again.
    ///   - isAlive: called after each transaction, failed ones included.
    package init(
        engine: sending Engine,
        perform: @escaping @Sendable (Effect, EngineLoop) -> Void,
        troubleChanged: @escaping @Sendable (StoreError?) -> Void,
        isAlive: @escaping @Sendable () -> Void = {}
    ) {
        confinedEngine = engine
        self.perform = perform
        self.troubleChanged = troubleChanged
        self.isAlive = isAlive
    }

    /// The database's present error; nil while it works.
    package var trouble: StoreError? { state.withLock(\.trouble) }

    /// Settles what the previous process left unfinished. Must be called first, and once.
    ///
    /// - Throws: ``StoreError``.
    package func recover() throws {
        try queue.sync { try engine.recover(at: SystemClock.now).forEach { perform($0, self) } }
    }

    /// Changes the limits from the next transaction on.
    package func use(_ limits: DialingLimits, timeZones: any TimeZones) {
        queue.async { self.engine.use(limits, timeZones: timeZones, at: SystemClock.now) }
    }

    /// Hands an event over. It is tried again until it is on disk, unless it is a timer's.
    package func post(_ event: EngineEvent) {
        add(event, nil)
    }

    /// Hands an event over and returns when it is on disk.
    ///
    /// - Throws: ``StoreError``; nothing of the event is stored then.
    package func commit(_ event: EngineEvent) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            add(event) { error in
                if let error { continuation.resume(throwing: error) } else { continuation.resume() }
            }
        }
    }

    /// Stops dispatching, and calls `quiet` once when no make-call request is under way any more. Other events are still
    /// committed. May be called once.
    package func stop(whenQuiet quiet: @escaping @Sendable () -> Void) {
        let isQuiet = state.withLock { state in
            let isQuiet = state.inbox.stop()
            state.whenQuiet = isQuiet ? nil : quiet
            return isQuiet
        }
        if isQuiet { quiet() }
    }

    private func add(_ event: EngineEvent, _ waiter: Waiter?) {
        let isDue = state.withLock { $0.inbox.add(event, waiter: waiter) }
        if isDue { queue.async { self.step() } }
    }

    /// On `queue` only.
    private var engine: Engine {
        dispatchPrecondition(condition: .onQueue(queue))
        return confinedEngine
    }

    private func step() {
        defer { isAlive() }
        guard let batch = state.withLock({ $0.inbox.takeBatch() }) else { return }
        do {
            let effects = try engine.step(batch.events, at: SystemClock.now)
            note(trouble: nil)
            follow(state.withLock { $0.inbox.committed(batch, effects: effects) })
        } catch {
            let trouble = error as? StoreError ?? .failed(path: "the database", detail: "\(error)")
            note(trouble: trouble)
            follow(state.withLock { $0.inbox.failed(batch) }, after: trouble)
        }
    }

    private func follow(_ aftermath: Inbox<Waiter>.Aftermath, after error: StoreError? = nil) {
        aftermath.effects.forEach { perform($0, self) }
        aftermath.waiters.forEach { $0(aftermath.isWritten ? nil : error) }
        if aftermath.isQuiet { state.withLock { $0.whenQuiet.take() }?() }
        guard let delay = aftermath.nextStep else { return }
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(delay.nanoseconds))) { self.step() }
    }

    private func note(trouble: StoreError?) {
        let changed = state.withLock { state in
            defer { state.trouble = trouble }
            return state.trouble != trouble
        }
        if changed { troubleChanged(trouble) }
    }
}
