import DialerCore

/// The events that wait for the engine's next step, and every decision of the loop around the engine: when to run a
/// step, with which events, what to keep when its write fails, whom to tell, and when no request is under way any more.
///
/// The loop adds each event (``add(_:waiter:)``), takes a batch when a step is due (``takeBatch()``), has the engine
/// write the batch, reports the result (``committed(_:effects:)``, ``failed(_:)``), and does what the ``StepResult``
/// says. The loop must guard the inbox against other threads, and must not hold that guard while it acts.
///
/// `Waiter` is what the loop needs to tell the sender of an event whether the event was written.
package struct Inbox<Waiter> {
    fileprivate struct Envelope {
        var event: EngineEvent
        var waiter: Waiter?
    }

    /// The events of one step, which are one transaction.
    package struct Batch {
        fileprivate var envelopes: [Envelope]
        /// Whether the loop was already stopping when the batch was taken.
        fileprivate var isStopping: Bool

        package var events: [EngineEvent] { envelopes.map(\.event) }
        package var waiters: [Waiter] { envelopes.compactMap(\.waiter) }
    }

    /// What the loop does after a step, in the order of the fields.
    package struct StepResult {
        /// The effects to carry out.
        package var effects: [Effect] = []
        /// The waiters to tell whether their event is on disk.
        package var waiters: [Waiter]
        package var isWritten: Bool
        /// Whether to report that no request is under way any more (``stop()``).
        package var isIdle: Bool
        /// When to take the next batch; nil if nothing waits.
        package var nextStep: Duration?
    }

    /// Events in one step: a transaction of a few milliseconds.
    package static var batchLimit: Int { 500 }
    /// The wait after a failed write before the next: a full disk must not be tried a thousand times a second.
    package static var retryDelay: Duration { .seconds(1) }

    private var envelopes: [Envelope] = []
    /// Whether a step is due or under way, so that a new event needs no step of its own.
    private var isScheduled = false
    private var isStepping = false
    private var isStopping = false
    /// Whether ``stop()`` still waits for the report that no request is under way.
    private var mustReportIdle = false
    /// Make-call requests that were handed to the loop and whose answers are not on disk.
    package private(set) var requestsUnderWay = 0

    package init() {}

    /// The waiters of events that wait for a step. A loop that ends must tell them that their events were not written.
    package var waiters: [Waiter] { envelopes.compactMap(\.waiter) }

    /// - Parameter waiter: will be told once whether the event is on disk. An event with a waiter is not tried again
    ///   after a failed write; its sender decides. An event without a waiter is kept until it is on disk, unless a
    ///   timer sends it anyway.
    /// - Returns: whether the loop must now take a batch, because no step was due yet.
    package mutating func add(_ event: EngineEvent, waiter: Waiter? = nil) -> Bool {
        envelopes.append(Envelope(event: event, waiter: waiter))
        defer { isScheduled = true }
        return !isScheduled
    }

    /// The events of the step that is due. Nil if there are none; then no step is due any more.
    package mutating func takeBatch() -> Batch? {
        precondition(!isStepping, "the batch before this one has neither been committed nor failed")
        if isStopping { envelopes.removeAll { $0.event.isDispatch } }
        isScheduled = !envelopes.isEmpty
        guard isScheduled else { return nil }
        isStepping = true
        defer { envelopes.removeFirst(min(Self.batchLimit, envelopes.count)) }
        return Batch(envelopes: Array(envelopes.prefix(Self.batchLimit)), isStopping: isStopping)
    }

    /// Call it after the write: the batch is on disk, and `effects` follow from it.
    package mutating func committed(_ batch: Batch, effects: [Effect]) -> StepResult {
        // When the loop is stopping, a step only reports: results are written again at the next start.
        let effects = batch.isStopping ? effects.filter(\.isNotice) : effects
        requestsUnderWay += effects.count(where: \.isCall) - batch.envelopes.count(where: \.event.isAnswer)
        isScheduled = !envelopes.isEmpty
        return end(batch, effects: effects, isWritten: true, nextStep: isScheduled ? .zero : nil)
    }

    /// Call it after a failed write: nothing of the batch is on disk.
    package mutating func failed(_ batch: Batch) -> StepResult {
        envelopes.insert(contentsOf: kept(of: batch), at: 0)
        let isWritten = Mutant.failureAcknowledged.isActive
        return end(batch, isWritten: isWritten, nextStep: Self.retryDelay)
    }

    /// From now on, `dispatch` events are dropped, so that no further request follows; all other events are still
    /// written.
    ///
    /// - Returns: whether no request is under way. If a request is, or a step that may begin a request, a later
    ///   ``StepResult`` says once that none is any more.
    package mutating func stop() -> Bool {
        isStopping = true
        mustReportIdle = isStepping || requestsUnderWay > 0
        return !mustReportIdle
    }

    /// The events that must be written again. An event with a waiter is repeated by its sender, and a timer's event
    /// comes again.
    private func kept(of batch: Batch) -> [Envelope] {
        if Mutant.eventsDroppedOnFailure.isActive { return [] }
        return batch.envelopes.filter { $0.waiter == nil && !$0.event.isTimer }
    }

    private mutating func end(
        _ batch: Batch,
        effects: [Effect] = [],
        isWritten: Bool,
        nextStep: Duration?
    ) -> StepResult {
        isStepping = false
        let isIdle = mustReportIdle && requestsUnderWay == 0
        if isIdle { mustReportIdle = false }
        return StepResult(
            effects: effects,
            waiters: batch.waiters,
            isWritten: isWritten,
            isIdle: isIdle,
            nextStep: nextStep
        )
    }
}

extension Inbox.Envelope: Sendable where Waiter: Sendable {}
extension Inbox.Batch: Sendable where Waiter: Sendable {}
extension Inbox.StepResult: Sendable where Waiter: Sendable {}

extension EngineEvent {
    fileprivate var isDispatch: Bool { if case .dispatch = self { true } else { false } }
    fileprivate var isAnswer: Bool { if case .answer = self { true } else { false } }
}

extension Effect {
    fileprivate var isCall: Bool { if case .call = self { true } else { false } }
    fileprivate var isNotice: Bool { if case .notice = self { true } else { false } }
}
