import DialerCore
import DialerEngine
import DialerStore
import Testing

struct SettlementTests {
    @Test func theLifeOfACall() throws {
        let (bench, call) = try TestBench.queued(contacts: 1)
        #expect(try bench.progress()[.queued] == 1)
        try bench.ring(call, TestBench.number(0))
        #expect(try bench.progress()[.ringing] == 1)
        try bench.step(.callback(CallbackEvent(kind: .answer, token: call.token, to: TestBench.number(0))))
        #expect(try bench.progress()[.inProgress] == 1)
        try bench.hangup(call, TestBench.number(0), uuid: TestBench.uuid(1))
        let result = try #require(try bench.results().first)
        #expect(result.outcome == .answered)
        #expect(result.callUUID == TestBench.uuid(1))
        #expect(result.cost == Cost(units: 500))
        #expect(result.attempts == 1)
        #expect(try bench.status().state == .completed)
    }

    @Test func repeatedAndBelatedDeliveriesChangeNothing() throws {
        let (bench, call) = try TestBench.dialing(contacts: 1)
        try bench.hangup(call, TestBench.number(0))
        let settled = try bench.results()
        try bench.accept(call)
        try bench.ring(call, TestBench.number(0))
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010, cost: Cost(units: 9)))
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        #expect(try bench.results().map(\.outcome) == settled.map(\.outcome))
        #expect(try bench.results().map(\.cost) == settled.map(\.cost))
        #expect(try bench.dispatch().isEmpty)
    }

    @Test func aCallbackOfAnotherBatchOrNumberChangesNothing() throws {
        let (bench, call) = try TestBench.dialing(contacts: 2)
        let before = try bench.progress()
        try bench.step(.callback(CallbackEvent(kind: .hangup, token: "0", to: TestBench.number(0), end: CallEnd())))
        try bench.hangup(call, TestBench.number(7))
        try bench.step(
            .callback(CallbackEvent(kind: .hangup, token: call.token, requestUUID: TestBench.uuid(1), end: CallEnd()))
        )
        #expect(try bench.progress() == before)
    }

    @Test func aUUIDGuessedByPositionIsCorrectedByTheCallback() throws {
        let (bench, call) = try TestBench.queued(contacts: 2)
        try bench.hangup(call, TestBench.number(0), uuid: TestBench.uuid(2), CallEnd(causeCode: 3010))
        try bench.hangup(call, TestBench.number(1), uuid: TestBench.uuid(1))
        let results = try bench.results()
        #expect(results.map(\.outcome) == [.busy, .answered])
        #expect(results.map(\.callUUID) == [TestBench.uuid(2), TestBench.uuid(1)])
    }

    @Test(arguments: [1, 3, 0])
    func anAnswerOfAnotherLengthIsNoGuess(count: Int) throws {
        let (bench, call) = try TestBench.dialing(contacts: 2)
        let uuids = (0..<count).map { TestBench.uuid($0 + 1) }
        try bench.step(.answer(call.batch, .accepted(uuids: uuids, invalidNumbers: [])))
        #expect(try bench.progress()[.inDoubt] == 2)
        #expect(try bench.results().map(\.callUUID) == [nil, nil])
        try bench.hangup(call, TestBench.number(1))
        #expect(try bench.results().map(\.outcome) == [nil, .answered])
    }

    @Test func numbersThatPlivoCallsInvalidAreRejected() throws {
        let (bench, call) = try TestBench.dialing(contacts: 3)
        try bench.step(
            .answer(
                call.batch,
                .accepted(uuids: [TestBench.uuid(1), TestBench.uuid(2)], invalidNumbers: ["+15550000001"])
            )
        )
        #expect(try bench.progress()[.queued] == 2)
        #expect(try bench.results().map(\.outcome) == [nil, .rejected, nil])
        #expect(try bench.results().map(\.callUUID) == [TestBench.uuid(1), nil, TestBench.uuid(2)])
    }

    @Test func aRetryIsCalledAfterItsDelayAndNotBefore() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.retry = RetryPolicy(maxAttempts: 2, delays: [.busy: .seconds(600)])
        try bench.campaign(contacts: 1, settings: settings)
        let first = try #require(try bench.dispatch().first)
        try bench.accept(first)
        try bench.hangup(first, TestBench.number(0), CallEnd(causeCode: 3010, cost: Cost(units: 100)))
        #expect(try bench.progress()[.pending] == 1)
        #expect(try bench.dispatch(after: .seconds(599)).isEmpty)
        #expect(try bench.status().reason?.contains("retry") == true)
        let second = try #require(try bench.dispatch(after: .seconds(2)).first)
        try bench.hangup(first, TestBench.number(0), CallEnd(causeCode: 4000, answeredAt: .epoch))
        #expect(try bench.progress()[.dialing] == 1, "the first call's late words are not the second's")
        try bench.hangup(second, TestBench.number(0), CallEnd(causeCode: 3010, cost: Cost(units: 11)))
        let result = try #require(try bench.results().first)
        #expect(result.outcome == .busy)
        #expect(result.attempts == 2)
        #expect(result.cost == Cost(units: 111))
    }

    @Test func anOverdueCallIsLookedUpAndItsRecordSettlesIt() throws {
        let (bench, call) = try TestBench.queued(contacts: 1)
        try bench.ring(call, TestBench.number(0))
        #expect(try bench.housekeeping(after: .seconds(90 + 119)).isEmpty, "it may still talk, or its callback be late")
        let effects = try bench.housekeeping(after: .seconds(1))
        guard case .lookUp(let attempt, let uuid)? = effects.first else {
            Issue.record("no look-up")
            return
        }
        #expect(uuid == TestBench.uuid(1))
        try bench.step(.record(attempt, .failure(.notFound)))
        #expect(try bench.progress()[.ringing] == 1)
        #expect(try bench.housekeeping(after: .seconds(29)).isEmpty)
        #expect(try bench.housekeeping(after: .seconds(1)).count == 1)
        let end = CallEnd(causeCode: 3000, cost: Cost(units: 3))
        try bench.step(.record(attempt, .success(CallRecord(callUUID: uuid, to: TestBench.number(0), end: end))))
        #expect(try bench.results().map(\.outcome) == [.noAnswer])
    }

    @Test func aRecordCorrectsTheCostOnly() throws {
        let (bench, call) = try TestBench.queued(contacts: 1)
        try bench.ring(call, TestBench.number(0))
        let effects = try bench.housekeeping(after: .seconds(300))
        guard case .lookUp(let attempt, let uuid)? = effects.first else {
            Issue.record("no look-up")
            return
        }
        try bench.hangup(call, TestBench.number(0))
        let end = CallEnd(causeCode: 3010, cost: Cost(units: 777))
        try bench.step(.record(attempt, .success(CallRecord(callUUID: uuid, to: TestBench.number(0), end: end))))
        #expect(try bench.results().map(\.outcome) == [.answered])
        #expect(try bench.progress().cost == Cost(units: 777))
    }

    @Test func aRecordSettlesTheDestinationItNames() throws {
        let (bench, _) = try TestBench.queued(contacts: 2)
        let effects = try bench.housekeeping(after: .seconds(400))
        guard case .lookUp(let first, let uuid)? = effects.first else {
            Issue.record("no look-up")
            return
        }
        let end = CallEnd(causeCode: 3010)
        try bench.step(.record(first, .success(CallRecord(callUUID: uuid, to: TestBench.number(1), end: end))))
        #expect(try bench.results().map(\.outcome) == [nil, .busy])
        #expect(try bench.results().map(\.callUUID) == [nil, TestBench.uuid(1)])
    }

    @Test func atTheEndOfPatienceAContactEndsAsUnknown() throws {
        let (bench, _) = try TestBench.queued(contacts: 1)
        let effects = try bench.housekeeping(after: .seconds(86_400 + 3600))
        guard case .lookUp(let attempt, _)? = effects.first else {
            Issue.record("no look-up")
            return
        }
        try bench.step(.record(attempt, .failure(.unavailable(reason: "500"))))
        #expect(try bench.progress()[.finished] == 0, "a look-up that failed proves nothing")
        try bench.step(.record(attempt, .failure(.notFound)))
        #expect(try bench.results().map(\.outcome) == [.unknown])
        #expect(try bench.dispatch().isEmpty)
    }

    /// Each record names the other's number: the uuids were in another order. The second answer comes for a call that
    /// the first has settled.
    @Test func recordsSettleWhomTheyNameWhateverWasAsked() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 2)
        try bench.accept(try #require(try bench.dispatch().first), firstUUID: 1)
        let asked = try bench.housekeeping(after: .seconds(400)).compactMap { effect -> (AttemptID, CallUUID)? in
            if case .lookUp(let attempt, let uuid) = effect { (attempt, uuid) } else { nil }
        }
        try #require(asked.map(\.1) == [TestBench.uuid(1), TestBench.uuid(2)])
        for ((attempt, uuid), (number, cause)) in zip(asked, [(1, 3010), (0, 6010)]) {
            let end = CallEnd(causeCode: cause)
            let record = CallRecord(callUUID: uuid, to: TestBench.number(number), end: end)
            try bench.step(.record(attempt, .success(record)))
        }
        #expect(try bench.results().map(\.outcome) == [.noAnswer, .busy])
        #expect(try bench.results().map(\.callUUID) == [TestBench.uuid(2), TestBench.uuid(1)])
    }
}
