import DialerCore
import DialerEngine
import DialerStore
import Testing

/// Doubt is settled by Plivo's lists and records, and by nothing less.
struct DoubtTests {
    /// A campaign whose one request is in doubt.
    private func doubt(
        contacts: Int = 3,
        policy: DoubtPolicy = .redial
    ) throws -> (bench: TestBench, call: MakeCall) {
        var settings = TestBench.settings
        settings.inDoubt = policy
        let (bench, call) = try TestBench.dialing(contacts: contacts, settings: settings)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        return (bench, call)
    }

    /// Past the latest moment at which the calls can have ended: 60 s of queue, 5 s of interval, 90 s of call.
    private static let pastTheEnd = Duration.seconds(200)
    private static let pastTheGrace = Duration.seconds(121)

    private func record(_ number: Int, uuid: Int, from: String = "14155550100", end: CallEnd = CallEnd(causeCode: 3010))
        -> CallRecord
    {
        CallRecord(callUUID: TestBench.uuid(uuid), from: from, to: TestBench.number(number), end: end)
    }

    @Test func aCallOnTheLiveListIsAdoptedAndGoesOnAsIfNothingHadHappened() throws {
        let (bench, call) = try doubt()
        let plivo = FakePlivoRecords(live: [
            LiveCall(callUUID: TestBench.uuid(7), from: "14155550100", to: TestBench.number(1), status: "ringing")
        ])
        try bench.settle(with: plivo, after: .seconds(5))
        #expect(try bench.progress()[.ringing] == 1)
        #expect(try bench.progress()[.inDoubt] == 2)
        try bench.hangup(call, TestBench.number(1), uuid: TestBench.uuid(7))
        #expect(try bench.results()[1].outcome == .answered)
    }

    @Test(arguments: [false, true])
    func aQueuedCallThatBeginsToRingInBetweenIsNotMissed(isListedTwice: Bool) throws {
        let (bench, _) = try doubt()
        var plivo = FakePlivoRecords()
        plivo.queuedUUIDs = [TestBench.uuid(7)]
        plivo.live = [
            LiveCall(callUUID: TestBench.uuid(7), from: "14155550100", to: TestBench.number(2), status: "in-progress")
        ]
        plivo.liveUUIDs = isListedTwice ? [TestBench.uuid(7)] : []
        try bench.settle(with: plivo, after: .seconds(5))
        #expect(try bench.progress()[.inProgress] == 1)
    }

    @Test func aRecordSettlesItsContactAndWhatNoRecordShowsIsCalledAgain() throws {
        let (bench, _) = try doubt()
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        #expect(try bench.progress()[.inDoubt] == 3, "the lists alone prove nothing")
        #expect(try bench.dispatch().isEmpty)
        try bench.settle(with: FakePlivoRecords(records: [record(1, uuid: 7)]), after: Self.pastTheGrace)
        #expect(try bench.results().map(\.outcome) == [nil, .busy, nil])
        #expect(try bench.results()[1].callUUID == TestBench.uuid(7))
        #expect(try bench.progress().attempts == 1, "what was not placed uses up no attempt")
        let again = try #require(try bench.dispatch().first)
        #expect(again.destinations == [TestBench.number(0), TestBench.number(2)])
    }

    @Test func holdEndsAsUnknownAfterTheFirstCompleteSweep() throws {
        let (bench, _) = try doubt(policy: .hold)
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(records: [record(1, uuid: 7)]), after: Self.pastTheGrace)
        #expect(try bench.results().map(\.outcome) == [.unknown, .busy, .unknown])
        #expect(try bench.status().state == .completed)
        #expect(try bench.dispatch().isEmpty)
    }

    @Test func aSweepHasToReadEveryPage() throws {
        let (bench, _) = try doubt()
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        // 45 records of other people's calls, then ours on the third page.
        let others = (0..<45).map { record(1000 + $0, uuid: 100 + $0) }
        try bench.settle(with: FakePlivoRecords(records: others + [record(2, uuid: 7)]), after: Self.pastTheGrace)
        #expect(try bench.results().map(\.outcome) == [nil, nil, .busy])
        #expect(try bench.progress()[.pending] == 2)
    }

    @Test func aSweepThatFailsHalfWayProvesNothing() throws {
        let (bench, _) = try doubt()
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        let others = (0..<45).map { record(1000 + $0, uuid: 100 + $0) }
        var plivo = FakePlivoRecords(records: others)
        plivo.failingOffset = 40
        try bench.settle(with: plivo, after: Self.pastTheGrace)
        #expect(try bench.progress()[.inDoubt] == 3)
        #expect(try bench.dispatch().isEmpty)
        plivo.failingOffset = nil
        try bench.settle(with: plivo, after: .seconds(120))
        #expect(try bench.progress()[.inDoubt] == 0)
    }

    @Test func recordsThatAreFewerThanPlivoCountsProveNothing() throws {
        let (bench, _) = try doubt()
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        var plivo = FakePlivoRecords(records: [record(1000, uuid: 100)])
        plivo.claimedCount = 2
        try bench.settle(with: plivo, after: Self.pastTheGrace)
        #expect(try bench.progress()[.inDoubt] == 3)
    }

    @Test func listsThatFailProveNothing() throws {
        let (bench, _) = try doubt()
        var plivo = FakePlivoRecords()
        plivo.listsFail = true
        try bench.settle(with: plivo, after: Self.pastTheEnd)
        try bench.settle(with: plivo, after: Self.pastTheGrace)
        try bench.settle(with: plivo, after: .seconds(3600))
        #expect(try bench.progress()[.inDoubt] == 3)
    }

    @Test func somebodyElsesCallFromAnotherCallerIDIsNotOurs() throws {
        let (bench, _) = try doubt()
        let stranger = LiveCall(
            callUUID: TestBench.uuid(8),
            from: "14155559999",
            to: TestBench.number(0),
            status: "ringing"
        )
        try bench.settle(with: FakePlivoRecords(live: [stranger]), after: Self.pastTheEnd)
        #expect(try bench.progress()[.inDoubt] == 3)
        try bench.settle(
            with: FakePlivoRecords(records: [record(1, uuid: 9, from: "14155559999")]),
            after: Self.pastTheGrace
        )
        #expect(try bench.progress()[.pending] == 3)
    }

    @Test func aCrashInTheMiddleOfASweepBeginsItAnew() throws {
        let (bench, _) = try doubt()
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        bench.advance(Self.pastTheGrace)
        let asked = try bench.step(.housekeeping)
        #expect(asked.contains { if case .listRecords = $0 { true } else { false } })
        try bench.restart()
        #expect(try bench.progress()[.inDoubt] == 3)
        try bench.settle(with: FakePlivoRecords(records: [record(0, uuid: 7)]), after: .seconds(1))
        #expect(try bench.progress()[.pending] == 2)
    }

    @Test func aStepOfTheClockProvesNothingAndGivesNobodyUp() throws {
        let (bench, _) = try doubt()
        for step in [36 * 3600, -72 * 3600] {
            bench.stepWallClock(.seconds(step))
            _ = try bench.housekeeping(after: .seconds(1))
            #expect(try bench.progress()[.inDoubt] == 3)
        }
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheGrace)
        #expect(try bench.progress()[.unknown] == 3, "a sweep by times that are wrong is no proof")
    }

    /// Plivo's records bear its own times: by a clock that is hours off they are looked for in the wrong place.
    @Test(arguments: [5 * 3600, -5 * 3600])
    func whatIsCalledUnderAWrongClockIsNotProvenEither(step: Int) throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.inDoubt = .redial
        _ = try bench.housekeeping(after: .seconds(1))
        bench.stepWallClock(.seconds(step))
        _ = try bench.housekeeping(after: .seconds(1))
        try bench.campaign(contacts: 1, settings: settings)
        let call = try #require(try bench.dispatch().first)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheGrace)
        #expect(try bench.results().map(\.outcome) == [.unknown])
        #expect(try bench.dispatch().isEmpty)
    }

    @Test func aCallbackStillSettlesWhatTheSweepHasNot() throws {
        let (bench, call) = try doubt()
        try bench.settle(with: FakePlivoRecords(), after: Self.pastTheEnd)
        try bench.hangup(call, TestBench.number(0), uuid: TestBench.uuid(5))
        try bench.settle(with: FakePlivoRecords(records: [record(0, uuid: 5)]), after: Self.pastTheGrace)
        #expect(try bench.results()[0].outcome == .answered)
        #expect(try bench.progress()[.pending] == 2)
    }

    /// On an older platform records go by another uuid than the one in the answer, so a call whose callbacks are all lost
    /// can only be found by its number.
    @Test func aGuessedUUIDThatNoRecordHasIsGivenUpForTheSweep() throws {
        let (bench, _) = try TestBench.queued(contacts: 2)
        let effects = try bench.housekeeping(after: .seconds(400))
        for case .lookUp(let attempt, _) in effects { try bench.step(.record(attempt, .failure(.notFound))) }
        try bench.settle(with: FakePlivoRecords(), after: .seconds(1))
        try bench.settle(with: FakePlivoRecords(records: [record(1, uuid: 77)]), after: Self.pastTheGrace)
        #expect(try bench.results().map(\.outcome) == [nil, .busy], "it was taken, so the other record is only late")
        #expect(try bench.dispatch().isEmpty)
        try bench.settle(with: FakePlivoRecords(), after: .seconds(700))
        try bench.settle(
            with: FakePlivoRecords(records: [record(1, uuid: 77), record(0, uuid: 78)]),
            after: Self.pastTheGrace
        )
        #expect(try bench.results().map(\.outcome) == [.busy, .busy])
    }

    /// The same of a call whose request named it alone: its uuid is no guess, but it may be the request's own.
    @Test func aRequestsOwnUUIDThatNoRecordHasIsGivenUpForTheSweepInTheEnd() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 1)
        try bench.accept(try #require(try bench.dispatch().first))
        for hours in [1, 1, 11] {
            let effects = try bench.housekeeping(after: .seconds(hours * 3600))
            #expect(effects.contains { if case .lookUp = $0 { true } else { false } })
            for case .lookUp(let attempt, _) in effects { try bench.step(.record(attempt, .failure(.notFound))) }
        }
        for _ in 0..<2 {
            try bench.settle(with: FakePlivoRecords(records: [record(0, uuid: 77)]), after: Self.pastTheGrace)
        }
        #expect(try bench.results().map(\.outcome) == [.busy])
    }

    @Test func patienceEndsEvenIfPlivoNeverAnswers() throws {
        let (bench, _) = try doubt()
        var plivo = FakePlivoRecords()
        plivo.listsFail = true
        try bench.settle(with: plivo, after: .seconds(90_000))
        #expect(try bench.progress()[.unknown] == 3)
    }
}
