import DialerCore
import DialerEngine
import DialerStore
import Testing

/// Calls that are taken back from Plivo's queue, where words, answers and callbacks cross.
struct TakenBackTests {
    private let bench: TestBench
    private let call: MakeCall
    private let uuid = TestBench.uuid(1)
    private let taken = CallEnd(causeCode: HangupCause.canceled, source: "API Request")

    /// One call that waits in Plivo's queue.
    init() throws {
        bench = try TestBench()
        try bench.campaign(contacts: 1)
        call = try #require(try bench.dispatch().first)
        try bench.accept(call)
    }

    private var queued: LiveCall {
        LiveCall(callUUID: uuid, from: "14155550100", to: TestBench.number(0), status: "queued")
    }

    /// Until Plivo has said that it took the call back.
    private func withdraw() throws {
        let asked = try bench.housekeeping(after: .seconds(1))
        guard case .locate(let attempt, _)? = asked.first(where: { if case .locate = $0 { true } else { false } })
        else {
            Issue.record("nobody looked for the call")
            return
        }
        #expect(try bench.step(.located(attempt, .success(queued))) == [.withdraw(attempt, uuid)])
        try bench.step(.withdrawn(attempt, .success(())))
    }

    @Test func aPauseThatTakesCallsBackUsesNothingUp() throws {
        _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        try withdraw()
        try bench.hangup(call, TestBench.number(0), taken)
        let progress = try bench.progress()
        #expect(progress[.pending] == 1 && progress.attempts == 0)
    }

    /// The withdrawn call uses nothing up, so the retry is as it was before that call: no longer wanted.
    @Test func aWithdrawnRetryThatIsNoLongerWantedIsNotMade() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.retry = RetryPolicy(maxAttempts: 2, delays: [.busy: .seconds(1)])
        let campaign = try bench.campaign(contacts: 1, settings: settings)
        let first = try #require(try bench.dispatch().first)
        try bench.accept(first)
        try bench.hangup(first, TestBench.number(0), CallEnd(causeCode: 3010))
        let second = try #require(try bench.dispatch(after: .seconds(2)).first)
        try bench.accept(second, firstUUID: 2)
        _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        try bench.hangup(second, TestBench.number(0), taken)
        #expect(try bench.progress()[.pending] == 1)
        _ = try bench.store.changeSettings(of: campaign, to: TestBench.settings, sha256: nil)
        _ = try bench.store.resume("spring")
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.dispatch(after: .seconds(2)).isEmpty)
        #expect(try bench.results().map(\.outcome) == [.busy])
    }

    @Test func aCallThatRangAllTheSameIsUsedUp() throws {
        _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        try withdraw()
        try bench.ring(call, TestBench.number(0))
        try bench.hangup(call, TestBench.number(0), taken)
        let progress = try bench.progress()
        #expect(progress[.failed] == 1 && progress.attempts == 1)
    }

    @Test func aResumeWhileTheCallIsBeingTakenBackLosesNobody() throws {
        _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        try withdraw()
        _ = try bench.store.resume("spring")
        try bench.hangup(call, TestBench.number(0), taken)
        #expect(try bench.progress()[.pending] == 1)
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.dispatch().map(\.destinations) == [[TestBench.number(0)]])
    }

    @Test func afterAResumeNobodyAsksForTheCall() throws {
        _ = try bench.store.pause("spring", withdrawing: true, at: bench.now.wall)
        guard case .locate(let attempt, _)? = try bench.housekeeping(after: .seconds(1)).first else {
            Issue.record("nobody looked for the call")
            return
        }
        _ = try bench.store.resume("spring")
        #expect(try bench.step(.located(attempt, .success(queued))).isEmpty)
        #expect(try bench.housekeeping(after: .seconds(60)).allSatisfy { if case .locate = $0 { false } else { true } })
    }

    @Test func aSignOfLifeBeatsPlivosWordThatTheCallIsGone() throws {
        _ = try bench.store.cancel("spring", at: bench.now.wall)
        try withdraw()
        try bench.ring(call, TestBench.number(0))
        bench.advance(.seconds(3600))
        let attempt = try #require(
            try bench.housekeeping(after: .seconds(1)).compactMap { effect in
                if case .lookUp(let attempt, _) = effect { attempt } else { nil }
            }.first
        )
        try bench.step(.record(attempt, .failure(.notFound)))
        #expect(try bench.progress()[.ringing] == 1)
        try bench.hangup(call, TestBench.number(0))
        #expect(try bench.progress()[.answered] == 1)
    }

    @Test func withoutASignOfLifeItIsGoneWhenNoRecordHasCome() throws {
        _ = try bench.store.cancel("spring", at: bench.now.wall)
        try withdraw()
        bench.advance(.seconds(120))
        let attempt = try #require(
            try bench.housekeeping(after: .seconds(1)).compactMap { effect in
                if case .lookUp(let attempt, _) = effect { attempt } else { nil }
            }.first
        )
        let effects = try bench.step(.record(attempt, .failure(.notFound)))
        #expect(try bench.progress()[.cancelled] == 1)
        #expect(effects.contains(.notice(.campaignCancelled(name: "spring", cancelled: 1, rang: 0))))
    }
}
