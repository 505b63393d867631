import DialerCore
import DialerEngine
import Testing

/// The loop around the engine, without threads. Waiters are names.
final class InboxTests {
    private static let limit = Inbox<String>.batchLimit
    private static let retryDelay = Inbox<String>.retryDelay
    private static let notice = Effect.notice(.clockStepped(seconds: 1))

    private var inbox = Inbox<String>()
    /// A request as the engine makes it.
    private let call: MakeCall

    init() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 1)
        call = try #require(try bench.dispatch().first)
    }

    // MARK: When to step

    @Test func oneStepIsScheduledForAllEventsUntilTheNext() throws {
        #expect(add("1"))
        #expect(!add("2"))
        let first = try batch()
        #expect(names(first.events) == ["1", "2"])
        #expect(!add("3"), "the end of the step under way schedules the next")
        #expect(commit(first).nextStep == .zero)
        #expect(!add("4"))
        let second = try batch()
        #expect(names(second.events) == ["3", "4"])
        #expect(commit(second).nextStep == nil)
        #expect(add("5"))
    }

    @Test func aBatchIsLimited() throws {
        for number in 1...Self.limit + 1 { _ = add("\(number)") }
        let first = try batch()
        #expect(names(first.events) == (1...Self.limit).map(String.init))
        #expect(commit(first).nextStep == .zero)
        #expect(names(try batch().events) == ["\(Self.limit + 1)"])
    }

    // MARK: How a step ended

    @Test func aCommitTellsTheWaitersAndHandsOverTheEffects() throws {
        for (name, waiter) in [("1", "A"), ("2", nil), ("3", "B")] { _ = add(name, waiter) }
        #expect(inbox.waiters == ["A", "B"])
        let batch = try batch()
        #expect(inbox.waiters == [])
        let effects: [Effect] = [.export(CampaignID(1)), .call(call), Self.notice]
        let result = commit(batch, effects)
        #expect(result.effects == effects)
        #expect(result.waiters == ["A", "B"])
        #expect(result.isWritten)
    }

    /// The events of a step with their waiters, and what is left for the next if its write fails.
    @Test(
        arguments: [
            ([("1", nil), ("2", nil), ("3", nil)], ["1", "2", "3", "4"]),
            ([("1", nil), ("dispatch", nil), ("2", nil), ("housekeeping", nil)], ["1", "2", "4"]),
            ([("1", "A"), ("2", nil), ("3", "B"), ("answer", nil)], ["2", "answer", "4"]),
            ([("1", "A"), ("housekeeping", "B")], ["4"]),
        ] as [([(String, String?)], [String])]
    )
    func aFailedWrite(events: [(name: String, waiter: String?)], kept: [String]) throws {
        for event in events { _ = add(event.name, event.waiter) }
        let batch = try batch()
        #expect(!add("4"))
        let result = inbox.failed(batch)
        #expect(result.effects == [])
        #expect(result.waiters == events.compactMap(\.waiter))
        #expect(!result.isWritten)
        #expect(result.nextStep == Self.retryDelay)
        let next = try self.batch()
        #expect(names(next.events) == kept)
        #expect(next.waiters == [], "they have been told")
    }

    @Test func afterAFailureNoStepComesBeforeTheDelay() throws {
        #expect(add("dispatch"))
        #expect(inbox.failed(try batch()).nextStep == Self.retryDelay)
        #expect(!add("housekeeping"))
        #expect(inbox.failed(try batch()).nextStep == Self.retryDelay)
        #expect(isEmpty, "timers are not kept, and a step without events proves nothing")
        #expect(add("housekeeping"))
    }

    // MARK: Stopping

    @Test func aStopDropsDispatchOnly() throws {
        for name in ["dispatch", "housekeeping", "answer", "1", "dispatch", "2"] { _ = add(name) }
        #expect(stop())
        for name in ["dispatch", "3"] { _ = add(name) }
        let batch = try batch()
        #expect(names(batch.events) == ["housekeeping", "answer", "1", "2", "3"])
        #expect(commit(batch, [.export(CampaignID(1)), Self.notice]).effects == [Self.notice])
        #expect(add("dispatch"))
        #expect(isEmpty)
        #expect(add("4"), "the dispatch that was dropped leaves no step scheduled")
    }

    @Test func aStepUnderWayAtTheStopHandsOverItsRequests() throws {
        _ = add("dispatch")
        let batch = try batch()
        #expect(!stop(), "the step may begin a request")
        let result = commit(batch, [.call(call)])
        #expect(result.effects == [.call(call)], "its intent is on disk")
        #expect(!result.isIdle)
        #expect(try answer().isIdle)
    }

    @Test(arguments: [false, true])
    func aStepUnderWayAtTheStopThatBeginsNoRequest(fails: Bool) throws {
        _ = add("1")
        let batch = try batch()
        #expect(!stop())
        #expect(fails ? inbox.failed(batch).isIdle : commit(batch).isIdle)
    }

    @Test func itIsIdleOnceWhenEveryAnswerIsOnDisk() throws {
        try send(requests: 2)
        #expect(inbox.requestsUnderWay == 2)
        #expect(!stop())
        #expect(try !answer().isIdle)
        #expect(try !answer(fails: true).isIdle)
        #expect(inbox.requestsUnderWay == 1)
        #expect(commit(try batch()).isIdle, "the answer was kept")
        #expect(inbox.requestsUnderWay == 0)
        _ = add("housekeeping")
        #expect(!commit(try batch()).isIdle, "that has been told")
    }

    @Test func withoutARequestItIsIdleAtOnce() throws {
        try send(requests: 1)
        #expect(try !answer().isIdle, "there is no stop yet")
        #expect(stop())
        _ = add("housekeeping")
        #expect(!commit(try batch()).isIdle, "stop() has said so")
    }

    // MARK: What the loop does

    private func add(_ name: String, _ waiter: String? = nil) -> Bool { inbox.add(event(name), waiter: waiter) }

    private func batch() throws -> Inbox<String>.Batch {
        let batch = inbox.takeBatch()
        return try #require(batch)
    }

    private var isEmpty: Bool { inbox.takeBatch() == nil }

    private func commit(_ batch: Inbox<String>.Batch, _ effects: [Effect] = []) -> Inbox<String>.StepResult {
        inbox.committed(batch, effects: effects)
    }

    private func stop() -> Bool { inbox.stop() }

    private func send(requests: Int) throws {
        _ = add("dispatch")
        _ = commit(try batch(), Array(repeating: .call(call), count: requests))
    }

    private func answer(fails: Bool = false) throws -> Inbox<String>.StepResult {
        _ = add("answer")
        return fails ? inbox.failed(try batch()) : commit(try batch())
    }

    private func event(_ name: String) -> EngineEvent {
        switch name {
        case "dispatch": .dispatch
        case "housekeeping": .housekeeping
        case "answer": .answer(call.batch, .unclear(.timedOut))
        default: .exported(CampaignID(Int64(name) ?? 0))
        }
    }

    private func names(_ events: [EngineEvent]) -> [String] {
        events.map { event in
            switch event {
            case .dispatch: "dispatch"
            case .housekeeping: "housekeeping"
            case .answer: "answer"
            case .exported(let campaign): "\(campaign.value)"
            default: "another"
            }
        }
    }
}
