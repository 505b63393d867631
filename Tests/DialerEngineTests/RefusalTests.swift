import DialerCore
import DialerEngine
import DialerStore
import Testing

struct RefusalTests {
    @Test func aBulkIsSplitUntilTheBadDestinationStandsAlone() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 100)
        let bad = TestBench.number(37)
        var placed: [Destination] = []
        var rounds = 0
        while try bench.progress()[.pending] + bench.progress()[.dialing] > 0, rounds < 20 {
            rounds += 1
            for call in try bench.dispatch() {
                if call.destinations.contains(bad) {
                    try bench.step(.answer(call.batch, .refused(.badRequest(status: 400, message: "to is invalid"))))
                } else {
                    placed += call.destinations
                    try bench.accept(call, firstUUID: placed.count * 1000)
                }
            }
        }
        #expect(Set(placed).count == 99 && placed.count == 99)
        let result = try #require(try bench.results().first { $0.outcome != nil })
        #expect(
            result.typed == bad.internationalText && result.outcome == .rejected && result.causeName == "to is invalid"
        )
        #expect(result.attempts == 0)
        #expect(try bench.progress().attempts == 99)
    }

    /// `cancel` marks the request that is on the wire as wanted back; its refusal leaves nothing to withdraw.
    @Test func aRejectedCallIsNotWantedBackAnyMore() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 1)
        let call = try #require(try bench.dispatch().first)
        _ = try bench.store.cancel("spring", at: bench.now.wall)
        try bench.step(.answer(call.batch, .refused(.badRequest(status: 400, message: "to is invalid"))))
        let attempt = try #require(try bench.store.write { try $0.attempts(in: call.batch) }.first)
        #expect(attempt.outcome == .rejected)
        #expect(attempt.withdrawAt == nil)
        #expect(attempt.checkAt == nil)
    }

    @Test(arguments: [
        Refusal.unauthorized(message: "no"), .paymentRequired(message: "no"), .notFound(message: "no"),
    ])
    func theAccountsTroubleHaltsTheCampaignsAndBurnsNobody(refusal: Refusal) throws {
        let bench = try TestBench()
        try bench.campaign("one", contacts: 5)
        try bench.campaign("two", contacts: 5)
        let calls = try bench.dispatch()
        let effects = try bench.step(.answer(calls[0].batch, .refused(refusal)))
        #expect(effects.count == 2)
        for name in ["one", "two"] {
            #expect(try bench.status(name).state == .halted)
        }
        #expect(try bench.status("one").reason?.contains("dialerd resume one") == true)
        #expect(try bench.progress("one")[.pending] == 5)
        #expect(try bench.progress("one").attempts == 0)
        #expect(try bench.dispatch(after: .seconds(60)).isEmpty)
    }

    @Test func whatRefusesEverythingHaltsTheCampaignBeforeTheListIsBurned() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 1000)
        var requests = 0
        while try bench.status().state == .running, requests < 500 {
            for call in try bench.dispatch() {
                requests += 1
                try bench.step(
                    .answer(call.batch, .refused(.forbidden(message: "Calls to this destination region are barred.")))
                )
            }
        }
        #expect(try bench.status().state == .halted)
        #expect(try bench.progress()[.finished] <= 20)
        #expect(requests < 500)
        #expect(try bench.progress().attempts == 0)
    }

    @Test func a429PausesAndUsesUpNothing() throws {
        let (bench, call) = try TestBench.dialing(contacts: 5)
        try bench.step(.answer(call.batch, .refused(.rateLimited(retryAfter: .seconds(30)))))
        #expect(try bench.progress()[.pending] == 5)
        #expect(try bench.progress().attempts == 0)
        #expect(try bench.dispatch(after: .seconds(29)).isEmpty)
        #expect(try bench.status().reason?.contains("429") == true)
        #expect(try bench.dispatch(after: .seconds(1)).map(\.destinations.count) == [5])
    }

    @Test(arguments: [Doubt.status(500), .timedOut, .connectionLost(reason: "reset"), .unusableBody])
    func whatMayHaveBeenPlacedIsNeverSentAgain(doubt: Doubt) throws {
        let (bench, call) = try TestBench.dialing(contacts: 3)
        try bench.step(.answer(call.batch, .unclear(doubt)))
        #expect(try bench.progress()[.inDoubt] == 3)
        for _ in 0..<100 { #expect(try bench.dispatch(after: .seconds(600)).isEmpty) }
        try bench.hangup(call, TestBench.number(1))
        #expect(try bench.progress()[.answered] == 1)
    }

    @Test func aCrashBetweenIntentAndAnswerIsDoubt() throws {
        let (bench, call) = try TestBench.dialing(contacts: 3)
        let effects = try bench.restart()
        #expect(effects.contains(.notice(.batchesInDoubtAfterRestart(count: 1))))
        #expect(try bench.progress()[.inDoubt] == 3)
        #expect(try bench.dispatch().isEmpty)
        try bench.ring(call, TestBench.number(0))
        #expect(try bench.progress()[.ringing] == 1)
    }

    @Test func aCallThatWasThoughtNotToExistIsAdoptedWhenPlivoSpeaksOfIt() throws {
        let (bench, call) = try TestBench.dialing(contacts: 1)
        try bench.step(.answer(call.batch, .refused(.rateLimited(retryAfter: .seconds(30)))))
        try bench.ring(call, TestBench.number(0))
        #expect(try bench.progress()[.ringing] == 1)
        #expect(try bench.progress().attempts == 1)
        #expect(try bench.dispatch(after: .seconds(60)).isEmpty)
        try bench.hangup(call, TestBench.number(0))
        #expect(try bench.progress()[.answered] == 1)
    }
}
