import PlivoSimulator
import Testing

@Suite struct CallSimulationTests {
    @Test func callsStartFirstInFirstOutAtTheCPS() throws {
        var harness = SimulationHarness { $0.callsPerSecond = 2 }
        try harness.place(to: "14155550101<14155550102<14155550103")
        try harness.place(to: "14155550104")
        harness.run()
        let starts = harness.calls.map { $0.startedAt?.microseconds(since: Samples.start) }
        #expect(starts == [0, 500_000, 1_000_000, 1_500_000])
    }

    @Test func noBurstStartsAfterAPause() throws {
        var harness = SimulationHarness { $0.callsPerSecond = 10 }
        try harness.place()
        harness.run()
        harness.now = harness.now.adding(milliseconds: 60_000)
        let resumed = harness.now
        try harness.place(to: "14155550102<14155550103")
        harness.run()
        #expect(harness.calls[1...].map { $0.startedAt?.microseconds(since: resumed) } == [0, 100_000])
    }

    @Test func callbacksComeInOrder() throws {
        var harness = SimulationHarness(only: .answered)
        try harness.place()
        harness.run()
        #expect(harness.events == [.ring, .answer, .hangup])
        #expect(harness.parameters(.hangup)["CallStatus"] == "completed")
        #expect(harness.calls[0].outcome == .answered)
    }

    @Test(arguments: [
        (Outcome.busy, ["busy"], [3010, 3100]), (.noAnswer, ["no-answer"], [3000]),
        (.rejected, ["busy"], [3020, 3110]),
        (.failed, ["failed"], [2000, 2010, 3050, 3080, 3090, 5000, 5010]),
    ])
    func hangupCallbacksOfUnansweredCalls(outcome: Outcome, statuses: [String], codes: [Int]) throws {
        var harness = SimulationHarness(only: outcome)
        try harness.place(to: (100...199).map { "14155550\($0)" }.joined(separator: "<"))
        harness.run()
        #expect(harness.calls.allSatisfy { $0.outcome == outcome && $0.answeredAt == nil })
        let hangups = harness.deliveries.filter { $0.delivery.event == .hangup }.map(\.delivery.parameters)
        #expect(hangups.count == 100)
        let values = hangups.map { pairs in Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, $0.value) }) }
        #expect(Set(values.compactMap { $0["CallStatus"] }) == Set(statuses))
        #expect(Set(values.compactMap { $0["HangupCauseCode"].flatMap { Int($0) } }) == Set(codes))
        #expect(values.allSatisfy { $0["AnswerTime"] == "" && $0["TotalCost"] == "0.00000" })
    }

    @Test func theSameSeedAndRequestsGiveTheSameOutcomes() throws {
        func outcomes(_ order: [String]) throws -> [String: [Int?]] {
            var harness = SimulationHarness { $0.seed = TestSeed.value }
            for number in order { try harness.place(to: number) }
            harness.run()
            return Dictionary(grouping: harness.calls) { $0.destination.address }
                .mapValues { calls in calls.map { $0.cause?.rawValue } }
        }
        let numbers = (1000...1200).map { "1415555\($0)" }
        let twice = numbers + numbers
        #expect(try outcomes(twice) == outcomes(Array(twice.reversed())), TestSeed.replay)
    }

    @Test func speedChangesTheCourseOfCallsButNotTheirStarts() throws {
        var slow = SimulationHarness(only: .answered) { $0.callsPerSecond = 2 }
        var fast = SimulationHarness(only: .answered) {
            $0.callsPerSecond = 2
            $0.speed = 10
        }
        try slow.place(to: "14155550101<14155550102")
        try fast.place(to: "14155550101<14155550102")
        slow.run()
        fast.run()
        for (slow, fast) in zip(slow.calls, fast.calls) {
            #expect(slow.startedAt == fast.startedAt)
            #expect(slow.talkMilliseconds == fast.talkMilliseconds)
            let (start, end) = try (#require(fast.startedAt), #require(fast.endedAt))
            let slowEnd = try #require(slow.endedAt)
            #expect(abs(slowEnd.microseconds(since: start) / 10 - end.microseconds(since: start)) < 10)
        }
    }

    @Test func machinesAreReportedIfDetectionIsAskedFor() throws {
        var harness = SimulationHarness(only: .machine)
        try harness.place(Samples.loopbackURLs.merging(["machine_detection": .string("true")]) { $1 })
        harness.run()
        #expect(harness.parameters(.answer)["Machine"] == "true")
        #expect(harness.parameters(.hangup)["Machine"] == "true")
        #expect(harness.calls[0].outcome == .machine)

        var unasked = SimulationHarness(only: .machine)
        try unasked.place()
        unasked.run()
        #expect(unasked.parameters(.hangup)["Machine"] == nil)
        #expect(unasked.calls[0].outcome == .answered)
    }

    @Test func callsToMachinesAreHungUpIfAskedFor() throws {
        var harness = SimulationHarness(only: .machine)
        try harness.place(Samples.loopbackURLs.merging(["machine_detection": .string("hangup")]) { $1 })
        harness.run()
        #expect(harness.events == [.ring, .hangup])
        #expect(harness.parameters(.hangup)["HangupCauseCode"] == "9100")
        #expect(harness.parameters(.hangup)["Machine"] == "machine_detection")
        #expect(harness.calls[0].outcome == .machine)
    }

    @Test(arguments: [(Outcome.machine, "true"), (.answered, "false")])
    func detectionHasItsOwnCallback(outcome: Outcome, machine: String) throws {
        var harness = SimulationHarness(only: outcome)
        let url = JSONValue.string("http://127.0.0.1:1/machine")
        try harness.place(
            Samples.loopbackURLs.merging(["machine_detection": .string("true"), "machine_detection_url": url]) { $1 }
        )
        harness.run()
        #expect(harness.events == [.ring, .answer, .machineDetection, .hangup])
        #expect(harness.parameters(.machineDetection)["Machine"] == machine)
    }

    @Test func onlyLoopbackURLsAreCalled() throws {
        var harness = SimulationHarness(only: .answered)
        let everywhere = JSONValue.string("https://example.com/x")
        try harness.place(["answer_url": everywhere, "ring_url": everywhere, "hangup_url": everywhere])
        harness.run()
        #expect(harness.deliveries.isEmpty)
        #expect(harness.simulation.counters.callbacksWithheld == 3)
        #expect(harness.calls[0].outcome == .answered)
        #expect([4000, 4010].contains(harness.calls[0].cause?.rawValue))
    }
}
