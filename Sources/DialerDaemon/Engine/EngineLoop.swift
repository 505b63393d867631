package import DialerCore
package import DialerEngine
package import DialerStore
import Dispatch
import Synchronization

/// Runs the engine on one serial queue: commits events in batches, then starts the effects that follow from them. The
/// ``Inbox`` decides what to do next.
package final class EngineLoop: Sendable {
    private typealias Waiter = @Sendable ((any Error)?) -> Void

    private struct State {
        var inbox = Inbox<Waiter>()
        /// The continuation of the stream that ``stop()`` has returned.
        var requests: AsyncStream<Never>.Continuation?
        var databaseError: StoreError?
    }

    private let queue = DispatchQueue(label: "dialerd.engine", qos: .userInitiated)
    private let state = Mutex(State())
    private nonisolated(unsafe) let confinedEngine: Engine
    private let perform: @Sendable (Effect, EngineLoop) -> Void
    private let databaseChanged: @Sendable (StoreError?) -> Void
    private let stepEnded: @Sendable () -> Void

    /// All closures are called on the engine's queue and must return quickly, because the next transaction waits for them.
    ///
    /// - Parameters:
    ///   - perform: starts an effect. A `call` must be followed by exactly one `answer`, whatever happens.
    ///   - databaseChanged: called with the error when transactions begin to fail, and with nil when they succeed again.
    ///   - stepEnded: called after each transaction, also after a failed one.
    package init(
        engine: sending Engine,
        perform: @escaping @Sendable (Effect, EngineLoop) -> Void,
        databaseChanged: @escaping @Sendable (StoreError?) -> Void,
        stepEnded: @escaping @Sendable () -> Void = {}
    ) {
        confinedEngine = engine
        self.perform = perform
        self.databaseChanged = databaseChanged
        self.stepEnded = stepEnded
    }

    /// The error of the last transaction; nil if it succeeded.
    package var databaseError: StoreError? { state.withLock(\.databaseError) }

    /// Settles the unfinished work of the previous process. Must be called first, and once.
    ///
    /// - Throws: ``StoreError``.
    package func recover() throws {
        try queue.sync { try engine.recover(at: SystemClock.now).forEach { perform($0, self) } }
    }

    /// Changes the limits from the next transaction on.
    package func use(_ limits: DialingLimits, timeZones: any TimeZones) {
        queue.async { self.engine.use(limits, timeZones: timeZones, at: SystemClock.now) }
    }

    /// Adds an event to the next transaction. If this transaction fails, the event is tried again until it is on disk;
    /// only events of timers are dropped.
    package func post(_ event: EngineEvent) {
        add(event, nil)
    }

    /// Adds an event to the next transaction, and returns when it is on disk.
    ///
    /// - Throws: ``StoreError``. The event is then not stored at all.
    package func commit(_ event: EngineEvent) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            add(event) { error in
                if let error { continuation.resume(throwing: error) } else { continuation.resume() }
            }
        }
    }

    /// Stops making requests; other events are still committed. May be called once.
    ///
    /// - Returns: a stream that has no elements, and ends when the answer of every make-call request is on disk.
    package func stop() -> AsyncStream<Never> {
        let (stream, requests) = AsyncStream.makeStream(of: Never.self)
        let areAllAnswered = state.withLock { state in
            state.requests = requests
            return state.inbox.stop()
        }
        if areAllAnswered { requests.finish() }
        return stream
    }

    private func add(_ event: EngineEvent, _ waiter: Waiter?) {
        let isDue = state.withLock { $0.inbox.add(event, waiter: waiter) }
        if isDue { queue.async { self.step() } }
    }

    /// Use it on `queue` only.
    private var engine: Engine {
        dispatchPrecondition(condition: .onQueue(queue))
        return confinedEngine
    }

    private func step() {
        defer { stepEnded() }
        guard let batch = state.withLock({ $0.inbox.takeBatch() }) else { return }
        do {
            let effects = try engine.step(batch.events, at: SystemClock.now)
            setDatabaseError(nil)
            follow(state.withLock { $0.inbox.committed(batch, effects: effects) })
        } catch {
            let error = error as? StoreError ?? .failed(path: "the database", detail: "\(error)")
            setDatabaseError(error)
            follow(state.withLock { $0.inbox.failed(batch) }, after: error)
        }
    }

    private func follow(_ result: Inbox<Waiter>.StepResult, after error: StoreError? = nil) {
        result.effects.forEach { perform($0, self) }
        result.waiters.forEach { $0(result.isWritten ? nil : error) }
        if result.isIdle { state.withLock(\.requests)?.finish() }
        guard let delay = result.nextStep else { return }
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(delay.nanoseconds))) { self.step() }
    }

    private func setDatabaseError(_ error: StoreError?) {
        let hasChanged = state.withLock { state in
            defer { state.databaseError = error }
            return state.databaseError != error
        }
        if hasChanged { databaseChanged(error) }
    }
}
