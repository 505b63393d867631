import DialerCore
import DialerEngine
import DialerStore
import Testing

struct WithdrawalTests {
    private let bench: TestBench

    init() throws {
        bench = try TestBench()
    }

    /// What Plivo is asked about, and told to take back.
    private func asked(after duration: Duration = .seconds(1)) throws -> [AttemptID: CallUUID] {
        let effects = try bench.housekeeping(after: duration)
        let pairs = effects.compactMap { if case .locate(let attempt, let uuid) = $0 { (attempt, uuid) } else { nil } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func located(_ attempt: AttemptID, _ uuid: CallUUID, _ index: Int) throws -> [Effect] {
        let call = LiveCall(
            callUUID: uuid,
            requestUUID: uuid,
            from: "14155550100",
            to: TestBench.number(index),
            status: "queued",
            startedAt: nil
        )
        return try bench.step(.located(attempt, .success(call)))
    }

    private let canceled = CallEnd(causeCode: HangupCause.canceled)

    @Test func aCancelledCampaignWithdrawsWhatIsQueuedAndCallsNobodyElse() throws {
        try bench.campaign(contacts: 1500)
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        try bench.ring(call, TestBench.number(0))
        #expect(try bench.store.cancel("spring", at: bench.now.wall) == .done(queued: 999))
        #expect(try bench.dispatch().isEmpty)
        let questions = try asked()
        #expect(!questions.isEmpty)
        #expect(!questions.values.contains(TestBench.uuid(1)), "what rings is let go its way")
        for (attempt, uuid) in questions {
            let index = try #require((0..<1000).first { TestBench.uuid(1 + $0) == uuid })
            #expect(try located(attempt, uuid, index) == [.withdraw(attempt, uuid)])
            try bench.step(.withdrawn(attempt, .success(())))
            #expect(try bench.results()[index].outcome == nil, "said is not proven")
            try bench.hangup(call, TestBench.number(index), uuid: uuid, canceled)
            #expect(try bench.results()[index].outcome == .cancelled)
        }
        #expect(try bench.progress()[.pending] == 0, "nobody is left to be called")
        #expect(try bench.status().state == .cancelling)
        try bench.hangup(call, TestBench.number(0))
        #expect(try bench.results()[0].outcome == .answered, "a call that rang keeps its own outcome")
    }

    private func oneQueued() throws -> (MakeCall, AttemptID, CallUUID) {
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        _ = try bench.store.cancel("spring", at: bench.now.wall)
        let (attempt, uuid) = try #require(try asked().first)
        return (call, attempt, uuid)
    }

    @Test func withoutAnyRecordACallThatWasTakenBackWasNone() throws {
        try bench.campaign(contacts: 1)
        let (_, attempt, uuid) = try oneQueued()
        _ = try located(attempt, uuid, 0)
        try bench.step(.withdrawn(attempt, .success(())))
        let lookUps = try bench.housekeeping(after: .seconds(6))
        #expect(lookUps.contains(.lookUp(attempt, uuid)))
        try bench.step(.record(attempt, .failure(.notFound)))
        #expect(try bench.status().state == .cancelling, "a record may still come")
        bench.advance(.seconds(120))
        try bench.step(.record(attempt, .failure(.notFound)))
        #expect(try bench.results().map(\.outcome) == [.cancelled])
        #expect(try bench.status().state == .cancelled)
    }

    @Test func whatHasBegunKeepsItsOutcome() throws {
        try bench.campaign(contacts: 1)
        let (call, attempt, _) = try oneQueued()
        #expect(try bench.step(.located(attempt, .failure(.notFound))).isEmpty)
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010))
        #expect(try bench.results().map(\.outcome) == [.busy])
        #expect(try bench.status().state == .cancelled)
    }

    @Test func nobodyIsCalledAgainForACancelledCampaign() throws {
        var settings = TestBench.settings
        settings.retry = RetryPolicy(maxAttempts: 3, delays: [.busy: .seconds(1)])
        try bench.campaign(contacts: 1, settings: settings)
        let (call, _, _) = try oneQueued()
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010))
        #expect(try bench.results().map(\.outcome) == [.busy])
        #expect(try bench.dispatch(after: .seconds(10)).isEmpty)
    }

    /// The uuids came in another order: deleting by position would end somebody else's call.
    @Test func aGuessedUUIDEndsNobodyElsesCall() throws {
        try bench.campaign(contacts: 2)
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        _ = try bench.store.addDoNotCall([TestBench.number(0)], reason: "", source: "test", at: bench.now.wall)
        let (attempt, uuid) = try #require(try asked().first)
        #expect(uuid == TestBench.uuid(1))
        #expect(try located(attempt, uuid, 1).isEmpty, "it is the other one's call, whom nobody wants back")
        let second = try bench.store.write { try $0.attempts(in: call.batch) }
        #expect(second.map(\.requestUUID) == [nil, uuid])
        #expect(second.map(\.isConfirmed) == [false, true])
    }

    @Test func aNumberThatComesOntoTheListIsWithdrawnAndSuppressed() throws {
        try bench.campaign(contacts: 2)
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        let addition = try bench.store.addDoNotCall(
            [TestBench.number(1)],
            reason: "",
            source: "test",
            at: bench.now.wall
        )
        #expect(addition.added == 1 && addition.known == 0 && addition.withdrawn == 1)
        let (attempt, uuid) = try #require(try asked().first)
        #expect(try located(attempt, uuid, 1) == [.withdraw(attempt, uuid)])
        try bench.hangup(call, TestBench.number(1), uuid: uuid, canceled)
        #expect(try bench.results().map(\.outcome) == [nil, .suppressed], "even before the answer to the DELETE")
    }

    @Test func aPauseThatWithdrawsUsesUpNothing() throws {
        try bench.campaign(contacts: 1)
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        #expect(try bench.store.pause("spring", withdrawing: true, at: bench.now.wall) == .done(queued: 1))
        let (attempt, uuid) = try #require(try asked().first)
        _ = try located(attempt, uuid, 0)
        try bench.hangup(call, TestBench.number(0), uuid: uuid, canceled)
        #expect(try bench.progress()[.pending] == 1)
        #expect(try bench.progress().attempts == 0)
        _ = try bench.store.resume("spring")
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.dispatch().map(\.destinations) == [[TestBench.number(0)]])
    }

    @Test func aCampaignThatGoesOnLeavesItsQueueAlone() throws {
        try bench.campaign(contacts: 1)
        let call = try #require(try bench.dispatch().first)
        try bench.accept(call)
        _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        _ = try bench.store.resume("spring")
        #expect(try asked().isEmpty)
    }

    @Test func whatIsInDoubtIsWithdrawnOnceItIsFound() throws {
        try bench.campaign(contacts: 1)
        let call = try #require(try bench.dispatch().first)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        _ = try bench.store.cancel("spring", at: bench.now.wall)
        #expect(try asked().isEmpty, "nobody knows its uuid")
        let attempt = try #require(try bench.store.write { try $0.attempts(in: call.batch) }.first)
        _ = try bench.store.write { transaction in
            try transaction.update(attempt) { found in
                found.requestUUID = TestBench.uuid(7)
                found.state = .queued
            }
        }
        #expect(try asked() == [attempt.id: TestBench.uuid(7)])
    }
}
