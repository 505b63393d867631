import PlivoSimulator
import Testing

@Suite struct SwitchboardTests {
    @Test func startsFirstInFirstOutAtTheCPS() throws {
        var exercise = Exercise { $0.callsPerSecond = 2 }
        try exercise.place(to: "14155550101<14155550102<14155550103")
        try exercise.place(to: "14155550104")
        exercise.run()
        let starts = exercise.calls.map { $0.startedAt?.microseconds(since: Samples.start) }
        #expect(starts == [0, 500_000, 1_000_000, 1_500_000])
    }

    @Test func startsNoBurstAfterAPause() throws {
        var exercise = Exercise { $0.callsPerSecond = 10 }
        try exercise.place()
        exercise.run()
        exercise.now = exercise.now.adding(milliseconds: 60_000)
        let resumed = exercise.now
        try exercise.place(to: "14155550102<14155550103")
        exercise.run()
        #expect(exercise.calls[1...].map { $0.startedAt?.microseconds(since: resumed) } == [0, 100_000])
    }

    @Test func callsBackInOrder() throws {
        var exercise = Exercise(only: .answered)
        try exercise.place()
        exercise.run()
        #expect(exercise.events == [.ring, .answer, .hangup])
        #expect(exercise.parameters(.hangup)["CallStatus"] == "completed")
        #expect(exercise.calls[0].outcome == .answered)
    }

    @Test(arguments: [
        (Outcome.busy, ["busy"], [3010, 3100]), (.noAnswer, ["no-answer"], [3000]),
        (.rejected, ["busy"], [3020, 3110]),
        (.failed, ["failed"], [2000, 2010, 3050, 3080, 3090, 5000, 5010]),
    ])
    func tellsHowACallFailed(outcome: Outcome, statuses: [String], codes: [Int]) throws {
        var exercise = Exercise(only: outcome)
        try exercise.place(to: (100...199).map { "14155550\($0)" }.joined(separator: "<"))
        exercise.run()
        #expect(exercise.calls.allSatisfy { $0.outcome == outcome && $0.answeredAt == nil })
        let hangups = exercise.deliveries.filter { $0.delivery.event == .hangup }.map(\.delivery.parameters)
        #expect(hangups.count == 100)
        let values = hangups.map { pairs in Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, $0.value) }) }
        #expect(Set(values.compactMap { $0["CallStatus"] }) == Set(statuses))
        #expect(Set(values.compactMap { $0["HangupCauseCode"].flatMap { Int($0) } }) == Set(codes))
        #expect(values.allSatisfy { $0["AnswerTime"] == "" && $0["TotalCost"] == "0.00000" })
    }

    @Test func theSameSeedAndRequestsGiveTheSameOutcomes() throws {
        func outcomes(_ order: [String]) throws -> [String: [Int?]] {
            var exercise = Exercise { $0.seed = 42 }
            for number in order { try exercise.place(to: number) }
            exercise.run()
            return Dictionary(grouping: exercise.calls) { $0.destination.address }
                .mapValues { calls in calls.map { $0.cause?.rawValue } }
        }
        let numbers = (1000...1200).map { "1415555\($0)" }
        let twice = numbers + numbers
        #expect(try outcomes(twice) == outcomes(Array(twice.reversed())))
    }

    @Test func speedMakesCallsPassFasterButNotStart() throws {
        var slow = Exercise(only: .answered) { $0.callsPerSecond = 2 }
        var fast = Exercise(only: .answered) {
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

    @Test func machinesAreToldOfWhenAskedFor() throws {
        var exercise = Exercise(only: .machine)
        try exercise.place(Samples.loopbackURLs.merging(["machine_detection": .string("true")]) { $1 })
        exercise.run()
        #expect(exercise.parameters(.answer)["Machine"] == "true")
        #expect(exercise.parameters(.hangup)["Machine"] == "true")
        #expect(exercise.calls[0].outcome == .machine)

        var unasked = Exercise(only: .machine)
        try unasked.place()
        unasked.run()
        #expect(unasked.parameters(.hangup)["Machine"] == nil)
        #expect(unasked.calls[0].outcome == .answered)
    }

    @Test func machinesAreHungUpOnWhenAskedFor() throws {
        var exercise = Exercise(only: .machine)
        try exercise.place(Samples.loopbackURLs.merging(["machine_detection": .string("hangup")]) { $1 })
        exercise.run()
        #expect(exercise.events == [.ring, .hangup])
        #expect(exercise.parameters(.hangup)["HangupCauseCode"] == "9100")
        #expect(exercise.parameters(.hangup)["Machine"] == "machine_detection")
        #expect(exercise.calls[0].outcome == .machine)
    }

    @Test(arguments: [(Outcome.machine, "true"), (.answered, "false")])
    func detectionHasItsOwnCallback(outcome: Outcome, machine: String) throws {
        var exercise = Exercise(only: outcome)
        let url = JSONValue.string("http://127.0.0.1:1/machine")
        try exercise.place(
            Samples.loopbackURLs.merging(["machine_detection": .string("true"), "machine_detection_url": url]) { $1 },
            to: "14155550199"
        )
        exercise.run()
        #expect(exercise.events.filter { $0 == .machineDetection }.count <= 1)
        if exercise.events.contains(.machineDetection) {
            #expect(exercise.parameters(.machineDetection)["Machine"] == machine)
        }
    }

    @Test func nobodyButTheLoopbackIsCalled() throws {
        var exercise = Exercise(only: .answered)
        let everywhere = JSONValue.string("https://example.com/x")
        try exercise.place(["answer_url": everywhere, "ring_url": everywhere, "hangup_url": everywhere])
        exercise.run()
        #expect(exercise.deliveries.isEmpty)
        #expect(exercise.switchboard.counters.callbacksWithheld == 3)
        #expect(exercise.calls[0].outcome == .answered)
        #expect([4000, 4010].contains(exercise.calls[0].cause?.rawValue))
    }
}
