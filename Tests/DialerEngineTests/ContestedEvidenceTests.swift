import DialerCore
import DialerEngine
import DialerStore
import Testing

/// Evidence that may be of several calls is taken for none: whoever it is not about would be called twice.
struct ContestedEvidenceTests {
    /// Past the latest moment at which the calls can have ended: 60 s of queue, 5 s of interval, 90 s of call.
    private static let pastTheEnd = Duration.seconds(200)
    private static let pastTheGrace = Duration.seconds(121)

    private static var redialing: CampaignSettings {
        var settings = TestBench.settings
        settings.inDoubt = .redial
        return settings
    }

    private func listed(uuid: Int) -> LiveCall {
        LiveCall(
            callUUID: TestBench.uuid(uuid),
            from: "14155550100",
            to: TestBench.number(0),
            status: "ringing"
        )
    }

    private func record(uuid: Int, end: CallEnd = CallEnd(causeCode: 3010)) -> CallRecord {
        CallRecord(callUUID: TestBench.uuid(uuid), from: "14155550100", to: TestBench.number(0), end: end)
    }

    /// Two campaigns called the same number from the same caller ID, and one record tells of one of the two.
    @Test func whereTheEvidenceCannotTellNobodyIsCalledAgain() throws {
        let bench = try TestBench()
        try bench.campaign("one", contacts: 1, settings: Self.redialing)
        try bench.campaign("two", contacts: 1, settings: Self.redialing)
        for call in try bench.dispatch() { try bench.step(.answer(call.batch, .unclear(.timedOut))) }
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(records: [record(uuid: 7)]), after: Self.pastTheGrace)
        #expect(try bench.results("one").map(\.outcome) == [.unknown])
        #expect(try bench.results("two").map(\.outcome) == [.unknown])
        #expect(try bench.dispatch().isEmpty)
    }

    /// The call that is listed is of the second campaign; the first has placed none.
    @Test func aListedCallThatMayBeOneOfTwoIsNobodysUntilACallbackTells() throws {
        let bench = try TestBench()
        try bench.campaign("one", contacts: 1, settings: Self.redialing)
        try bench.campaign("two", contacts: 1, settings: Self.redialing)
        let calls = try bench.dispatch()
        for call in calls { try bench.step(.answer(call.batch, .unclear(.timedOut))) }
        let live = listed(uuid: 7)
        try bench.settle(with: FakePlivoRecords(live: [live]), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(live: [live]), after: Self.pastTheGrace)
        #expect(try bench.progress("one")[.inDoubt] == 1)
        #expect(try bench.progress("two")[.inDoubt] == 1)
        #expect(try bench.dispatch().isEmpty, "while it is listed, nothing is proven")
        let second = try #require(calls.last)
        try bench.hangup(second, TestBench.number(0), uuid: TestBench.uuid(7))
        #expect(try bench.results("two").map(\.outcome) == [.answered])
        #expect(try bench.progress("one")[.inDoubt] == 1)
    }

    /// The answer to the second campaign's request named its two calls in another order, and a callback has told so of one:
    /// nobody knows any more which uuid the other call has, and it must not be taken for the first campaign's.
    @Test(arguments: [true, false])
    func aCallWhoseGuessedUUIDWasWrongIsNoEvidenceForAnother(isListed: Bool) throws {
        let bench = try TestBench()
        try bench.campaign("one", contacts: 1, settings: Self.redialing)
        let first = try #require(try bench.dispatch().first)
        try bench.step(.answer(first.batch, .unclear(.timedOut)))
        try bench.campaign("two", contacts: 2, settings: Self.redialing)
        let second = try #require(try bench.dispatch().first)
        try bench.accept(second, firstUUID: 7)
        try bench.hangup(second, TestBench.number(1), uuid: TestBench.uuid(7))
        let live = listed(uuid: 8)
        let ended = record(uuid: 8, end: CallEnd(causeCode: 4000, answeredAt: bench.now.wall))
        try bench.settle(with: FakePlivoRecords(live: isListed ? [live] : []), after: .seconds(5))
        #expect(try bench.progress("one")[.inDoubt] == 1)
        // From here on its look-ups are not answered.
        for _ in 0..<3 { try bench.settle(with: FakePlivoRecords(records: [ended]), after: Self.pastTheEnd) }
        #expect(try bench.results("one").map(\.outcome) == [.unknown])
        #expect(try bench.dispatch().isEmpty)
    }

    @Test func aListedCallMayBeOfARequestThatIsStillOnTheWire() throws {
        let bench = try TestBench()
        try bench.campaign("one", contacts: 1, settings: Self.redialing)
        let first = try #require(try bench.dispatch().first)
        try bench.step(.answer(first.batch, .unclear(.status(500))))
        try bench.campaign("two", contacts: 1, settings: Self.redialing)
        let second = try #require(try bench.dispatch(after: .seconds(4)).first)
        let live = listed(uuid: 7)
        try bench.settle(with: FakePlivoRecords(live: [live]), after: .seconds(1))
        #expect(try bench.progress("one")[.inDoubt] == 1)
        try bench.accept(second, firstUUID: 7)
        try bench.settle(with: FakePlivoRecords(live: [live]), after: .seconds(31))
        #expect(try bench.progress("one")[.inDoubt] == 1)
        #expect(try bench.progress("two")[.queued] == 1)
    }

    /// The record comes to light when the first campaign's contact has already ended as unknown.
    @Test func aLateRecordMayBeOfACallThatWasGivenUp() throws {
        let bench = try TestBench()
        try bench.campaign("one", contacts: 1)
        let first = try #require(try bench.dispatch().first)
        try bench.step(.answer(first.batch, .unclear(.timedOut)))
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheGrace)
        #expect(try bench.results("one").map(\.outcome) == [.unknown])
        try bench.campaign("two", contacts: 1, settings: Self.redialing)
        let second = try #require(try bench.dispatch().first)
        try bench.step(.answer(second.batch, .unclear(.timedOut)))
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(records: [record(uuid: 7)]), after: Self.pastTheGrace)
        #expect(try bench.results("two").map(\.outcome) == [.unknown])
        #expect(try bench.dispatch().isEmpty)
    }

    @Test func aRecordOfOneOfOurOwnKnownCallsIsNoEvidenceForAnother() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.inDoubt = .redial
        settings.retry = RetryPolicy(maxAttempts: 2, delays: [.busy: .seconds(10)])
        try bench.campaign(contacts: 1, settings: settings)
        let first = try #require(try bench.dispatch().first)
        try bench.accept(first, firstUUID: 7)
        try bench.hangup(first, TestBench.number(0), uuid: TestBench.uuid(7), CallEnd(causeCode: 3010))
        let second = try #require(try bench.dispatch(after: .seconds(11)).first)
        try bench.step(.answer(second.batch, .unclear(.connectionLost(reason: "reset"))))
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(records: [record(uuid: 7)]), after: Self.pastTheGrace)
        #expect(try bench.progress()[.pending] == 1)
        #expect(try bench.progress().attempts == 1)
    }

    @Test func oneOfTwoListedCallsToOneNumberIsSomebodyElses() throws {
        let (bench, call) = try TestBench.dialing(contacts: 1, settings: Self.redialing)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        try bench.settle(with: FakePlivoRecords(live: [listed(uuid: 7), listed(uuid: 8)]), after: .seconds(5))
        #expect(try bench.progress()[.inDoubt] == 1)
        let records = FakePlivoRecords(records: [record(uuid: 7), record(uuid: 8)])
        for _ in 0..<2 { try bench.settle(with: records, after: Self.pastTheEnd) }
        #expect(try bench.results().map(\.outcome) == [.unknown])
    }

    /// Ours has to be over, so the one that is listed is somebody else's; or a queue stood still, and its record will tell.
    @Test func aCallThatIsListedWhenOursHasToBeOverIsNotAdopted() throws {
        let (bench, call) = try TestBench.dialing(contacts: 1, settings: Self.redialing)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        for _ in 0..<2 { try bench.settle(with: FakePlivoRecords(live: [listed(uuid: 7)]), after: Self.pastTheEnd) }
        #expect(try bench.progress()[.inDoubt] == 1)
        #expect(try bench.dispatch().isEmpty, "while it is listed, nothing is proven")
        for _ in 0..<2 { try bench.settle(with: FakePlivoRecords(records: [record(uuid: 7)]), after: Self.pastTheEnd) }
        #expect(try bench.results().map(\.outcome) == [.busy])
    }
}
