import DialerCore
import DialerEngine
import DialerStore
import Testing

/// Evidence outranks assumptions: what comes after a call was given up, or whose destination Plivo spells otherwise.
struct LateEvidenceTests {
    private let answered = CallEnd(causeCode: 4000, answeredAt: WallTime(milliseconds: 1), cost: Cost(units: 500))

    /// A campaign of one contact that has ended as unknown, with its results written.
    private func unknown() throws -> (bench: TestBench, call: MakeCall, campaign: CampaignID) {
        let (bench, call) = try TestBench.dialing(contacts: 1)
        try bench.step(.answer(call.batch, .unclear(.timedOut)))
        let effects = try bench.housekeeping(after: .seconds(100_000))
        let exports = effects.compactMap { if case .export(let campaign) = $0 { campaign } else { nil } }
        let campaign = try #require(exports.first)
        try bench.step(.exported(campaign))
        #expect(try bench.results().map(\.outcome) == [.unknown])
        return (bench, call, campaign)
    }

    @Test func aHangupAfterTheContactEndedAsUnknownCorrectsTheOutcome() throws {
        let (bench, call, campaign) = try unknown()
        let end = CallbackEvent(kind: .hangup, token: call.token, to: TestBench.number(0), end: answered)
        let effects = try bench.step(.callback(end))
        #expect(effects.contains(.export(campaign)), "the results are written again")
        #expect(effects.contains(.notice(.outcomeCorrected(campaign: "spring", outcome: .answered))))
        #expect(try bench.results().map(\.outcome) == [.answered])
        #expect(try bench.progress()[.unknown] == 0 && bench.progress()[.answered] == 1)
        #expect(try bench.progress().cost == Cost(units: 500))
        #expect(try bench.store.doubtfulContacts(ofCampaign: "spring")?.isEmpty == true)
        #expect(try bench.step(.callback(end)).isEmpty, "a second delivery tells nothing new")
        #expect(try bench.progress().cost == Cost(units: 500))
    }

    @Test func evidenceThatComesBeforeARedialReplacesIt() throws {
        let (bench, call, _) = try unknown()
        let listed = try #require(try bench.store.doubtfulContacts(ofCampaign: "spring"))
        #expect(try bench.store.resolve(listed, as: .redial, at: bench.now.wall) == 1)
        try bench.hangup(call, TestBench.number(0), answered)
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.results().map(\.outcome) == [.answered])
    }

    @Test func theOnlyDestinationOfARequestMayBeSpelledOtherwise() throws {
        let (bench, call) = try TestBench.queued(contacts: 1)
        try bench.ring(call, .phone(4_915_550_000_000))
        #expect(try bench.progress()[.ringing] == 1)
        try bench.hangup(call, .phone(4_915_550_000_000), answered)
        #expect(try bench.results().map(\.outcome) == [.answered])
    }

    @Test func aConfirmedUUIDOutranksTheDestination() throws {
        let (bench, call) = try TestBench.queued(contacts: 2)
        let ring = CallbackEvent(kind: .ring, token: call.token, callUUID: TestBench.uuid(1), to: TestBench.number(0))
        try bench.step(.callback(ring))
        try bench.hangup(call, .phone(4_915_550_000_000), uuid: TestBench.uuid(1), answered)
        #expect(try bench.results().map(\.outcome) == [.answered, nil])
        try bench.hangup(call, .phone(4_915_550_000_000), uuid: TestBench.uuid(2), answered)
        #expect(try bench.results().map(\.outcome) == [.answered, nil], "the second uuid is a guess")
    }

    @Test func aRecordOfTheOnlyDestinationSettlesItHoweverItIsSpelled() throws {
        let (bench, call) = try TestBench.queued(contacts: 1)
        let attempt = try #require(try bench.store.write { try $0.attempts(in: call.batch) }.first)
        let record = CallRecord(callUUID: TestBench.uuid(1), to: .phone(4_915_550_000_000), end: answered)
        try bench.step(.record(attempt.id, .success(record)))
        #expect(try bench.results().map(\.outcome) == [.answered])
    }

    /// Plivo confirms the DELETE of a call that rings or talks, too.
    @Test(arguments: [true, false])
    func theAbsenceOfARecordDoesNotProveThatAWithdrawnCallWasNone(isCancelled: Bool) throws {
        let (bench, call) = try TestBench.queued(contacts: 1)
        if isCancelled {
            _ = try bench.store.cancel("spring", at: bench.now.wall)
        } else {
            _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        }
        let attempt = try #require(try bench.store.write { try $0.attempts(in: call.batch) }.first)
        try bench.step(.withdrawn(attempt.id, .success(())))
        bench.advance(.seconds(121))
        try bench.step(.record(attempt.id, .failure(.notFound)))
        #expect(try bench.results().map(\.outcome) == [isCancelled ? .cancelled : nil])
        _ = try bench.store.resume("spring")
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.dispatch().isEmpty)
        bench.advance(.seconds(1000))
        try bench.step(.record(attempt.id, .failure(.notFound)))
        #expect(try bench.results().map(\.outcome) == [isCancelled ? .cancelled : .unknown])
        try bench.hangup(call, TestBench.number(0), answered)
        #expect(try bench.results().map(\.outcome) == [.answered], "later evidence counts")
    }
}
