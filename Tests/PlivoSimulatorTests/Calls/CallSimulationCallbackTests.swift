import PlivoSimulator
import Testing

@Suite struct CallSimulationCallbackTests {
    @Test(arguments: [
        (DeliveryResult.refused(status: 500), HangupCause.answerURLUnreachable),
        (.refused(status: 302), .answerURLUnreachable), (.notConnected, .answerURLUnreachable),
        (.timedOut, .answerURLUnreachable), (.accepted(plausibleXML: false), .answerXMLInvalid),
    ])
    func anAnswerURLThatFailsEndsTheCall(result: DeliveryResult, cause: HangupCause) throws {
        var harness = SimulationHarness(only: .answered)
        harness.result = result
        try harness.place(["answer_url": .string("http://127.0.0.1:1/answer#rc=0")])
        harness.run()
        #expect(harness.events == [.answer])
        #expect(harness.calls[0].cause == cause)
        #expect(harness.calls[0].source == .error)
        #expect(harness.calls[0].outcome == .answered)
    }

    @Test func theFallbackURLIsTriedBeforeTheCallEnds() throws {
        var harness = SimulationHarness(only: .answered)
        harness.result = .refused(status: 404)
        try harness.place([
            "answer_url": .string("http://127.0.0.1:1/answer"), "fallback_url": .string("http://127.0.0.1:1/fallback"),
        ])
        harness.run()
        #expect(
            harness.deliveries.map(\.delivery.target.url.base) == [
                "http://127.0.0.1:1/answer", "http://127.0.0.1:1/fallback",
            ]
        )
        #expect(harness.calls[0].cause == .answerURLUnreachable)
    }

    @Test func aFallbackURLThatIsNotLoopbackCountsAsAnswered() throws {
        var harness = SimulationHarness(only: .answered)
        harness.result = .refused(status: 404)
        try harness.place([
            "answer_url": .string("http://127.0.0.1:1/answer"), "fallback_url": .string("https://example.com/x"),
        ])
        harness.run()
        #expect([4000, 4010].contains(harness.calls[0].cause?.rawValue))
    }

    @Test(arguments: [("", 2), ("#rc=3", 4), ("#rc=0", 1), ("#rc=5&rp=5xx", 1)])
    func aCallbackIsTriedAsOftenAsItsURLSays(fragment: String, tries: Int) throws {
        var harness = SimulationHarness(only: .busy)
        harness.result = .notConnected
        try harness.place(["hangup_url": .string("http://127.0.0.1:1/hangup\(fragment)")])
        harness.run()
        #expect(harness.events == Array(repeating: .hangup, count: tries))
        #expect(harness.simulation.counters.callbacksFailed == 1)
        #expect(harness.simulation.counters.callbacksSent == tries)
    }

    @Test func lostCallbacksAreNotSent() throws {
        var harness = SimulationHarness(only: .answered) { $0.faults = FaultRates([.callbackLost: 1]) }
        try harness.place()
        harness.run()
        #expect(harness.events.isEmpty)
        #expect(harness.simulation.counters.callbacksLost == 3)
        #expect(harness.calls[0].outcome == .answered)
    }

    @Test func callbacksComeTwice() throws {
        var harness = SimulationHarness(only: .answered) { $0.faults = FaultRates([.callbackTwice: 1]) }
        try harness.place()
        harness.run()
        #expect(harness.events == [.ring, .ring, .answer, .answer, .hangup, .hangup])
    }

    @Test func callbacksAreReordered() throws {
        var harness = SimulationHarness(only: .answered) { $0.faults = FaultRates([.callbackReordered: 1]) }
        try harness.place()
        harness.run()
        #expect(harness.events == [.answer, .ring, .hangup])
    }

    @Test func callbacksComeLate() throws {
        var harness = SimulationHarness(only: .busy) {
            $0.faults = FaultRates([.callbackLate: 1])
            $0.callbackLateMilliseconds = 10_000
        }
        try harness.place(["hangup_url": .string("http://127.0.0.1:1/hangup")])
        harness.run()
        let end = try #require(harness.calls[0].endedAt)
        #expect((1_000_000...10_000_000).contains(try #require(harness.deliveries.first).at.microseconds(since: end)))
    }

    @Test(arguments: [(FaultRates(), 2), (FaultRates([.cdrLate: 1]), 62)])
    func cdrsAppearAfterTheirDelay(faults: FaultRates, seconds: Int) throws {
        var harness = SimulationHarness(only: .busy) { $0.faults = faults }
        let uuid = try harness.place()[0]
        #expect(harness.simulation.recordedCall(uuid, at: harness.now) == nil)
        harness.run()
        let due = try #require(harness.calls[0].endedAt).adding(milliseconds: Int64(seconds) * 1000)
        #expect(harness.simulation.recordedCall(uuid, at: due.adding(microseconds: -1)) == nil)
        #expect(harness.simulation.recordedCall(uuid, at: due)?.callUUID == uuid)
    }
}
