import PlivoSimulator
import Testing

@Suite struct SwitchboardRequestTests {
    @Test func aWaitingCallIsWithdrawn() throws {
        var exercise = Exercise { $0.callsPerSecond = 1 }
        let uuids = try exercise.place(to: "14155550101<14155550102<14155550103")
        exercise.hangUp(uuids[1])
        exercise.hangUp(uuids[1])
        #expect(exercise.accepted == [true, false])
        exercise.run()
        let calls = exercise.calls
        #expect(calls[1].outcome == .cancelled)
        #expect(calls[1].cause == .canceled)
        #expect(calls[1].source == .apiRequest)
        #expect(calls[1].startedAt == nil)
        // Its turn goes to the next one.
        #expect(calls[2].startedAt?.microseconds(since: Samples.start) == 1_000_000)
        #expect(exercise.deliveries.contains { $0.delivery.call == 1 && $0.delivery.event == .hangup })
    }

    @Test func aWaitingCallIsWithdrawnSilently() throws {
        var exercise = Exercise {
            $0.callsPerSecond = 1
            $0.withdrawsSilently = true
        }
        let uuids = try exercise.place(to: "14155550101<14155550102")
        exercise.hangUp(uuids[1])
        exercise.run()
        #expect(!exercise.deliveries.contains { $0.delivery.call == 1 })
        #expect(exercise.switchboard.record(uuids[1], at: exercise.now.adding(milliseconds: 5000)) != nil)
    }

    @Test(arguments: [
        (CallState.ringing, HangupCause.canceled, Outcome.cancelled), (.inProgress, .normalHangup, .answered),
    ])
    func aLiveCallIsHungUp(state: CallState, cause: HangupCause, outcome: Outcome) throws {
        var exercise = Exercise(only: .answered)
        let uuids = try exercise.place()
        exercise.run { $0.slice(from: 0, count: 1)[0].state == state }
        exercise.now = exercise.now.adding(milliseconds: 1500)
        exercise.hangUp(uuids[0])
        exercise.run()
        let call = exercise.calls[0]
        #expect(call.cause == cause)
        #expect(call.source == .apiRequest)
        #expect(call.outcome == outcome)
        #expect(call.talkMilliseconds == (state == .inProgress ? 1500 : 0))
        #expect(exercise.events.count { $0 == .hangup } == 1)
    }

    @Test func allLiveCallsAreHungUp() throws {
        var exercise = Exercise(only: .answered) { $0.callsPerSecond = 1 }
        try exercise.place(to: "14155550101<14155550102")
        exercise.switchboard.advance(to: exercise.now)
        exercise.switchboard.hangUpAll(at: exercise.now)
        #expect(exercise.calls.map(\.cause) == [.unknown, nil])
        #expect(exercise.calls[1].state == .queued)
    }

    @Test func uuidsMayDiffer() throws {
        var exercise = Exercise(only: .answered) {
            $0.legacyUUIDs = true
            $0.cdrDelayMilliseconds = 0
        }
        let requestUUID = try exercise.place()[0]
        exercise.run()
        let call = exercise.calls[0]
        #expect(call.requestUUID == requestUUID)
        #expect(call.callUUID != requestUUID)
        #expect(exercise.switchboard.record(call.callUUID, at: exercise.now) != nil)
        #expect(exercise.switchboard.record(requestUUID, at: exercise.now) == nil)
        #expect(exercise.parameters(.ring)["CallUUID"] == call.callUUID.description)
        #expect(exercise.parameters(.ring)["RequestUUID"] == requestUUID.description)
    }

    @Test func uuidsMayBeShuffled() throws {
        var exercise = Exercise { $0.shufflesUUIDs = true }
        let uuids = try exercise.place(to: (100...149).map { "14155550\($0)" }.joined(separator: "<"))
        #expect(uuids != exercise.calls.map(\.requestUUID))
        #expect(Set(uuids) == Set(exercise.calls.map(\.requestUUID)))
    }

    @Test func aCallInProgressIsTransferred() throws {
        var exercise = Exercise(only: .answered)
        let uuid = try exercise.place()[0]
        let transfer = try Transfer(
            reading: ArgumentReader(["legs": .string("aleg"), "aleg_url": .string("http://127.0.0.1:1/next")])
        )
        exercise.transfer(uuid, transfer)
        exercise.run { $0.slice(from: 0, count: 1)[0].state == .inProgress }
        exercise.result = .refused(status: 404)
        exercise.transfer(uuid, transfer)
        exercise.run()
        #expect(exercise.calls[0].cause == .transferURLUnreachable)
        exercise.transfer(uuid, transfer)
        #expect(exercise.accepted == [false, true, false])
    }

    @Test func listsWhatWaitsAndWhatIsLive() throws {
        var exercise = Exercise(only: .answered) { $0.callsPerSecond = 1 }
        let uuids = try exercise.place(to: "14155550101<14155550102<14155550103")
        exercise.switchboard.advance(to: exercise.now)
        #expect(exercise.switchboard.liveCalls.map(\.callUUID) == [uuids[0]])
        #expect(exercise.switchboard.waitingCalls.map(\.callUUID) == Array(uuids[1...]))
        exercise.run()
        #expect(exercise.switchboard.liveCalls.isEmpty)
        #expect(exercise.switchboard.waitingCalls.isEmpty)
        #expect(exercise.switchboard.counters.ended == 3)
    }
}
