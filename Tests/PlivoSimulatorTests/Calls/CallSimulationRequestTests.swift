import PlivoSimulator
import Testing

@Suite struct CallSimulationRequestTests {
    @Test func aQueuedCallIsWithdrawn() throws {
        var harness = SimulationHarness { $0.callsPerSecond = 1 }
        let uuids = try harness.place(to: "14155550101<14155550102<14155550103")
        harness.hangUp(uuids[1])
        harness.hangUp(uuids[1])
        #expect(harness.accepted == [true, false])
        harness.run()
        let calls = harness.calls
        #expect(calls[1].outcome == .cancelled)
        #expect(calls[1].cause == .canceled)
        #expect(calls[1].source == .apiRequest)
        #expect(calls[1].startedAt == nil)
        // The next call starts in place of the withdrawn one.
        #expect(calls[2].startedAt?.microseconds(since: Samples.start) == 1_000_000)
        #expect(harness.deliveries.contains { $0.delivery.call == 1 && $0.delivery.event == .hangup })
    }

    @Test func aQueuedCallIsWithdrawnSilently() throws {
        var harness = SimulationHarness {
            $0.callsPerSecond = 1
            $0.withdrawsSilently = true
        }
        let uuids = try harness.place(to: "14155550101<14155550102")
        harness.hangUp(uuids[1])
        harness.run()
        #expect(!harness.deliveries.contains { $0.delivery.call == 1 })
        #expect(harness.simulation.recordedCall(uuids[1], at: harness.now.adding(milliseconds: 5000)) != nil)
    }

    @Test(arguments: [
        (CallState.ringing, HangupCause.canceled, Outcome.cancelled), (.inProgress, .normalHangup, .answered),
    ])
    func aLiveCallIsHungUp(state: CallState, cause: HangupCause, outcome: Outcome) throws {
        var harness = SimulationHarness(only: .answered)
        let uuids = try harness.place()
        harness.run { $0.placedCalls(from: 0, count: 1)[0].state == state }
        harness.now = harness.now.adding(milliseconds: 1500)
        harness.hangUp(uuids[0])
        harness.run()
        let call = harness.calls[0]
        #expect(call.cause == cause)
        #expect(call.source == .apiRequest)
        #expect(call.outcome == outcome)
        #expect(call.talkMilliseconds == (state == .inProgress ? 1500 : 0))
        #expect(harness.events.count { $0 == .hangup } == 1)
    }

    @Test func allLiveCallsAreHungUp() throws {
        var harness = SimulationHarness(only: .answered) { $0.callsPerSecond = 1 }
        try harness.place(to: "14155550101<14155550102")
        harness.simulation.advance(to: harness.now)
        harness.simulation.hangUpAll(at: harness.now)
        #expect(harness.calls.map(\.cause) == [.unknown, nil])
        #expect(harness.calls[1].state == .queued)
    }

    @Test func legacyUUIDsDiffer() throws {
        var harness = SimulationHarness(only: .answered) {
            $0.legacyUUIDs = true
            $0.cdrDelayMilliseconds = 0
        }
        let requestUUID = try harness.place()[0]
        harness.run()
        let call = harness.calls[0]
        #expect(call.requestUUID == requestUUID)
        #expect(call.callUUID != requestUUID)
        #expect(harness.simulation.recordedCall(call.callUUID, at: harness.now) != nil)
        #expect(harness.simulation.recordedCall(requestUUID, at: harness.now) == nil)
        #expect(harness.parameters(.ring)["CallUUID"] == call.callUUID.lowercaseText)
        #expect(harness.parameters(.ring)["RequestUUID"] == requestUUID.lowercaseText)
    }

    @Test func uuidsOfABulkAreShuffled() throws {
        var harness = SimulationHarness { $0.shufflesUUIDs = true }
        let uuids = try harness.place(to: (100...149).map { "14155550\($0)" }.joined(separator: "<"))
        #expect(uuids != harness.calls.map(\.requestUUID))
        #expect(Set(uuids) == Set(harness.calls.map(\.requestUUID)))
    }

    @Test func aCallInProgressIsTransferred() throws {
        var harness = SimulationHarness(only: .answered)
        let uuid = try harness.place()[0]
        let transfer = try Transfer(
            reading: ArgumentReader(["legs": .string("aleg"), "aleg_url": .string("http://127.0.0.1:1/next")])
        )
        harness.transfer(uuid, transfer)
        harness.run { $0.placedCalls(from: 0, count: 1)[0].state == .inProgress }
        harness.result = .refused(status: 404)
        harness.transfer(uuid, transfer)
        harness.run()
        #expect(harness.calls[0].cause == .transferURLUnreachable)
        harness.transfer(uuid, transfer)
        #expect(harness.accepted == [false, true, false])
    }

    @Test func listsQueuedAndLiveCalls() throws {
        var harness = SimulationHarness(only: .answered) { $0.callsPerSecond = 1 }
        let uuids = try harness.place(to: "14155550101<14155550102<14155550103")
        harness.simulation.advance(to: harness.now)
        #expect(harness.simulation.liveCalls.map(\.callUUID) == [uuids[0]])
        #expect(harness.simulation.queuedCalls.map(\.callUUID) == Array(uuids[1...]))
        harness.run()
        #expect(harness.simulation.liveCalls.isEmpty)
        #expect(harness.simulation.queuedCalls.isEmpty)
        #expect(harness.simulation.counters.ended == 3)
    }
}
