import PlivoSimulator
import Testing

@Suite struct SwitchboardCallbackTests {
    @Test(arguments: [
        (DeliveryResult.refused(status: 500), HangupCause.answerURLUnreachable),
        (.refused(status: 302), .answerURLUnreachable), (.notConnected, .answerURLUnreachable),
        (.timedOut, .answerURLUnreachable), (.accepted(plausibleXML: false), .answerXMLInvalid),
    ])
    func anAnswerURLThatFailsEndsTheCall(result: DeliveryResult, cause: HangupCause) throws {
        var exercise = Exercise(only: .answered)
        exercise.result = result
        try exercise.place(["answer_url": .string("http://127.0.0.1:1/answer#rc=0")])
        exercise.run()
        #expect(exercise.events == [.answer])
        #expect(exercise.calls[0].cause == cause)
        #expect(exercise.calls[0].source == .error)
        #expect(exercise.calls[0].outcome == .answered)
    }

    @Test func theFallbackURLComesFirst() throws {
        var exercise = Exercise(only: .answered)
        exercise.result = .refused(status: 404)
        try exercise.place([
            "answer_url": .string("http://127.0.0.1:1/answer"), "fallback_url": .string("http://127.0.0.1:1/fallback"),
        ])
        exercise.run()
        #expect(
            exercise.deliveries.map(\.delivery.target.url.base) == [
                "http://127.0.0.1:1/answer", "http://127.0.0.1:1/fallback",
            ]
        )
        #expect(exercise.calls[0].cause == .answerURLUnreachable)
    }

    @Test func aWorldwideFallbackIsTakenToAnswer() throws {
        var exercise = Exercise(only: .answered)
        exercise.result = .refused(status: 404)
        try exercise.place([
            "answer_url": .string("http://127.0.0.1:1/answer"), "fallback_url": .string("https://example.com/x"),
        ])
        exercise.run()
        #expect([4000, 4010].contains(exercise.calls[0].cause?.rawValue))
    }

    @Test(arguments: [("", 2), ("#rc=3", 4), ("#rc=0", 1), ("#rc=5&rp=5xx", 1)])
    func isTriedAsOftenAsItsURLSays(fragment: String, tries: Int) throws {
        var exercise = Exercise(only: .busy)
        exercise.result = .notConnected
        try exercise.place(["hangup_url": .string("http://127.0.0.1:1/hangup\(fragment)")])
        exercise.run()
        #expect(exercise.events == Array(repeating: .hangup, count: tries))
        #expect(exercise.switchboard.counters.callbacksFailed == 1)
        #expect(exercise.switchboard.counters.callbacksSent == tries)
    }

    @Test func lostCallbacksAreNotSent() throws {
        var exercise = Exercise(only: .answered) { $0.faults = FaultRates([.callbackLost: 1]) }
        try exercise.place()
        exercise.run()
        #expect(exercise.events.isEmpty)
        #expect(exercise.switchboard.counters.callbacksLost == 3)
        #expect(exercise.calls[0].outcome == .answered)
    }

    @Test func callbacksComeTwice() throws {
        var exercise = Exercise(only: .answered) { $0.faults = FaultRates([.callbackTwice: 1]) }
        try exercise.place()
        exercise.run()
        #expect(exercise.events == [.ring, .ring, .answer, .answer, .hangup, .hangup])
    }

    @Test func callbacksOvertakeEachOther() throws {
        var exercise = Exercise(only: .answered) { $0.faults = FaultRates([.callbackReordered: 1]) }
        try exercise.place()
        exercise.run()
        #expect(exercise.events == [.answer, .ring, .hangup])
    }

    @Test func callbacksComeLate() throws {
        var exercise = Exercise(only: .busy) {
            $0.faults = FaultRates([.callbackLate: 1])
            $0.callbackLateMilliseconds = 10_000
        }
        try exercise.place(["hangup_url": .string("http://127.0.0.1:1/hangup")])
        exercise.run()
        let end = try #require(exercise.calls[0].endedAt)
        #expect((1_000_000...10_000_000).contains(try #require(exercise.deliveries.first).at.microseconds(since: end)))
    }

    @Test(arguments: [(FaultRates.none, 2), (FaultRates([.cdrLate: 1]), 62)])
    func recordsTakeTheirTime(faults: FaultRates, seconds: Int) throws {
        var exercise = Exercise(only: .busy) { $0.faults = faults }
        let uuid = try exercise.place()[0]
        #expect(exercise.switchboard.record(uuid, at: exercise.now) == nil)
        exercise.run()
        let due = try #require(exercise.calls[0].endedAt).adding(milliseconds: Int64(seconds) * 1000)
        #expect(exercise.switchboard.record(uuid, at: due.adding(microseconds: -1)) == nil)
        #expect(exercise.switchboard.record(uuid, at: due)?.callUUID == uuid)
    }
}
