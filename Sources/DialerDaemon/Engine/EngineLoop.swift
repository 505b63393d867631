package import DialerCore
package import DialerEngine
package import DialerStore
import Dispatch
import Synchronization

/// The one thread that owns the engine. Events that arrive while a transaction is being written share the next one.
///
/// Effects are carried out after the commit, on the same thread, so `perform` must only start things.
package final class EngineLoop: Sendable {
    private struct Envelope {
        var event: EngineEvent
        /// Called when the event is on disk, or was not brought there.
        var completion: (@Sendable ((any Error)?) -> Void)?
    }

    private struct Inbox {
        var envelopes: [Envelope] = []
        var isScheduled = false
        /// No more dispatching; what arrives is still recorded.
        var isStopping = false
        /// Requests that have been handed to `perform` and whose answers are not on disk.
        var requestsUnderWay = 0
        var whenQuiet: (@Sendable () -> Void)?
        var trouble: StoreError?
    }

    /// Events in one transaction: a few milliseconds.
    private static let eventsAtOnce = 500

    private let queue = DispatchQueue(label: "dialerd.engine", qos: .userInitiated)
    private let inbox = Mutex(Inbox())
    /// Touched on `queue` only.
    private nonisolated(unsafe) let engine: Engine
    private let perform: @Sendable (Effect, EngineLoop) -> Void
    private let troubleChanged: @Sendable (StoreError?) -> Void
    private let isAlive: @Sendable () -> Void

    /// - Parameters:
    ///   - perform: starts an effect; a `call` must be followed by exactly one `answer`, whatever happens.
    ///   - troubleChanged: told when the database begins to fail, and with nil when it works again.
    ///   - isAlive: called after each transaction, and after each that has failed: it must be quick.
    package init(
        engine: sending Engine,
        perform: @escaping @Sendable (Effect, EngineLoop) -> Void,
        troubleChanged: @escaping @Sendable (StoreError?) -> Void,
        isAlive: @escaping @Sendable () -> Void = {}
    ) {
        self.engine = engine
        self.perform = perform
        self.troubleChanged = troubleChanged
        self.isAlive = isAlive
    }

    /// What is wrong with the database; nil on a good day.
    package var trouble: StoreError? { inbox.withLock(\.trouble) }

    /// Settles what the process before this one has left. Nothing else may come before it.
    ///
    /// - Throws: ``StoreError``.
    package func recover() throws {
        try queue.sync { carryOut(try engine.recover(at: SystemClock.now)) }
    }

    /// Other limits from the next transaction on.
    package func use(_ limits: DialingLimits, timeZones: any TimeZones) {
        queue.async { self.engine.use(limits, timeZones: timeZones, at: SystemClock.now) }
    }

    /// Hands an event over. Unless it is a timer's, it is kept and tried again until it is on disk.
    package func post(_ event: EngineEvent) {
        add(Envelope(event: event))
    }

    /// Hands an event over and returns when it is on disk.
    ///
    /// - Throws: ``StoreError``; the event has left no trace then.
    package func commit(_ event: EngineEvent) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            add(
                Envelope(event: event) { error in
                    if let error { continuation.resume(throwing: error) } else { continuation.resume() }
                }
            )
        }
    }

    /// Stops dispatching and calls `quiet` when no request is on the wire any more.
    package func stop(whenQuiet quiet: @escaping @Sendable () -> Void) {
        let isQuiet = inbox.withLock { inbox in
            inbox.isStopping = true
            guard inbox.requestsUnderWay > 0 else { return true }
            inbox.whenQuiet = quiet
            return false
        }
        // A step that is under way may still hand a request over: look again behind it.
        if isQuiet {
            queue.async { self.inbox.withLock(\.requestsUnderWay) == 0 ? quiet() : self.stop(whenQuiet: quiet) }
        }
    }

    private func add(_ envelope: Envelope) {
        let mustSchedule = inbox.withLock { inbox in
            inbox.envelopes.append(envelope)
            defer { inbox.isScheduled = true }
            return !inbox.isScheduled
        }
        if mustSchedule { queue.async { self.drain() } }
    }

    private func drain() {
        let envelopes = inbox.withLock { inbox in
            let envelopes = Array(inbox.envelopes.prefix(Self.eventsAtOnce))
            inbox.envelopes.removeFirst(envelopes.count)
            return envelopes
        }
        let isRecorded = process(envelopes)
        isAlive()
        guard isRecorded else {
            // Not at once: a full disk is not asked a thousand times a second.
            queue.asyncAfter(deadline: .now() + .seconds(1)) { self.drain() }
            return
        }
        let isMore = inbox.withLock { inbox in
            inbox.isScheduled = !inbox.envelopes.isEmpty
            return inbox.isScheduled
        }
        if isMore { queue.async { self.drain() } }
    }

    /// Whether the events are on disk.
    private func process(_ envelopes: [Envelope]) -> Bool {
        let isStopping = inbox.withLock(\.isStopping)
        let events = envelopes.map(\.event).filter { !(isStopping && $0.isForDispatch) }
        // A step without events proves nothing about a disk that was full.
        guard !events.isEmpty else { return true }
        do {
            let effects = try engine.step(events, at: SystemClock.now)
            note(trouble: nil)
            // Of a step after the last request only the news: results are written again at the next start.
            carryOut(isStopping ? effects.filter(\.isNotice) : effects)
            envelopes.forEach { $0.completion?(nil) }
            settled(envelopes)
            return true
        } catch {
            let trouble = error as? StoreError ?? .failed(path: "the database", detail: "\(error)")
            note(trouble: trouble)
            keepForLater(envelopes)
            envelopes.forEach { $0.completion?(trouble) }
            return false
        }
    }

    /// What somebody waits for is repeated by them, and timers come again; the rest must not be lost.
    private func keepForLater(_ envelopes: [Envelope]) {
        let kept = envelopes.filter { $0.completion == nil && !$0.event.isTimer }
        inbox.withLock { inbox in inbox.envelopes.insert(contentsOf: kept, at: 0) }
    }

    private func carryOut(_ effects: [Effect]) {
        let requests = effects.count { if case .call = $0 { true } else { false } }
        inbox.withLock { $0.requestsUnderWay += requests }
        effects.forEach { perform($0, self) }
    }

    private func settled(_ envelopes: [Envelope]) {
        let answers = envelopes.count { if case .answer = $0.event { true } else { false } }
        let quiet: (@Sendable () -> Void)? = inbox.withLock { inbox in
            inbox.requestsUnderWay -= answers
            guard inbox.requestsUnderWay == 0, let quiet = inbox.whenQuiet else { return nil }
            inbox.whenQuiet = nil
            return quiet
        }
        quiet?()
    }

    private func note(trouble: StoreError?) {
        let changed = inbox.withLock { inbox in
            defer { inbox.trouble = trouble }
            return inbox.trouble != trouble
        }
        if changed { troubleChanged(trouble) }
    }
}

extension EngineEvent {
    fileprivate var isForDispatch: Bool {
        if case .dispatch = self { true } else { false }
    }
}

extension Effect {
    fileprivate var isNotice: Bool {
        if case .notice = self { true } else { false }
    }
}
