import DialerCore
import DialerEngine
import DialerStore
import Testing

struct DispatchTests {
    @Test func theIntentIsOnDiskBeforeTheRequestLeaves() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 3)
        let calls = try bench.dispatch()
        #expect(calls.map(\.destinations) == [[TestBench.number(0), TestBench.number(1), TestBench.number(2)]])
        #expect(calls.first?.callerID == "14155550100")
        #expect(calls.first?.token.count == 32)
        #expect(try bench.progress()[.dialing] == 3)
        #expect(try bench.progress().attempts == 3)
        #expect(try bench.dispatch().isEmpty)
    }

    @Test func requestsCarryAtMostMaxBatchAndTheBoundOfTheInterval() throws {
        var limits = DialingLimits.pace(10)
        limits.dispatchInterval = .seconds(5)
        limits.maxBatch = 20
        let bench = try TestBench(limits: limits)
        try bench.campaign(contacts: 500)
        #expect(try bench.dispatch(after: .seconds(5)).map(\.destinations.count) == [20, 20, 10])
        #expect(try bench.dispatch(after: .seconds(0)).isEmpty)
        #expect(try bench.dispatch(after: .seconds(1)).map(\.destinations.count) == [10])
        #expect(try bench.dispatch(after: .seconds(3600)).map(\.destinations.count) == [20, 20, 10])
    }

    @Test func destinationsWithTheSameArgumentsGoTogether() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 6) { index in
            [[:], [.callerName: .text("A")], [.from: .text("14155550199")]][index % 3]
        }
        let calls = try bench.dispatch()
        #expect(calls.map(\.destinations) == [[0, 3], [1, 4], [2, 5]].map { $0.map(TestBench.number) })
        #expect(calls.map { $0.arguments[.callerName] } == [nil, .text("A"), nil])
        #expect(calls.map(\.callerID) == ["14155550100", "14155550100", "14155550199"])
        #expect(calls.allSatisfy { $0.arguments[.from] == nil })
    }

    @Test func aParentCallForcesSingleCalls() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.arguments[.parentCallUUID] = .text(TestBench.uuid(9).text)
        try bench.campaign(contacts: 3, settings: settings)
        #expect(try bench.dispatch().map(\.destinations.count) == [1, 1, 1])
    }

    @Test func aPoolOfCallerIDsIsUsedEvenly() throws {
        let bench = try TestBench(limits: .pace(4))
        var settings = TestBench.settings
        settings.callerIDs = ["14155550100", "14155550101", "14155550102"]
        try bench.campaign(contacts: 36, settings: settings)
        var used: [String: Int] = [:]
        for _ in 0..<9 {
            for call in try bench.dispatch() { used[call.callerID, default: 0] += call.destinations.count }
        }
        #expect(used == ["14155550100": 12, "14155550101": 12, "14155550102": 12])
    }

    @Test func callsInFlightStayWithinTheirLimit() throws {
        var limits = TestBench.endless
        limits.maxCallsInFlight = 5
        let bench = try TestBench(limits: limits)
        try bench.campaign(contacts: 8)
        let call = try #require(try bench.dispatch().first)
        #expect(call.destinations.count == 5)
        try bench.accept(call)
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.status().reason?.contains("max_calls_in_flight") == true)
        try bench.hangup(call, TestBench.number(0))
        #expect(try bench.dispatch().map(\.destinations.count) == [1])
        #expect(try bench.status().reason == nil)
    }

    @Test func aCampaignsOwnLimitsHold() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.callsPerSecond = 2
        settings.maxCallsInFlight = 3
        try bench.campaign(contacts: 8, settings: settings)
        #expect(try bench.dispatch().isEmpty, "its own bucket begins empty")
        #expect(try bench.dispatch().map(\.destinations.count) == [2])
        #expect(try bench.dispatch().map(\.destinations.count) == [1])
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.status().reason?.contains("max_calls_in_flight") == true)
    }

    @Test func nothingMoreIsHandedOverWhilePlivosQueueIsLong() throws {
        let bench = try TestBench(limits: .pace(10, queueAhead: .seconds(3)))
        try bench.campaign(contacts: 100)
        var calls: [MakeCall] = []
        for second in 0..<3 {
            let call = try #require(try bench.dispatch().first)
            try bench.accept(call, firstUUID: second * 10 + 1)
            calls.append(call)
        }
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.status().reason?.contains("queue_ahead") == true)
        try bench.ring(calls[0], TestBench.number(0))
        #expect(try bench.dispatch().map(\.destinations.count) == [10])
    }

    /// Plivo's queue is first-in-first-out, so a ring callback that was lost must not hold up dialing for ever.
    @Test func callsBehindTheFrontOfTheQueueNoLongerWait() throws {
        let bench = try TestBench(limits: .pace(10, queueAhead: .seconds(2)))
        try bench.campaign(contacts: 100)
        let first = try #require(try bench.dispatch().first)
        try bench.accept(first)
        let second = try #require(try bench.dispatch().first)
        try bench.accept(second, firstUUID: 100)
        #expect(try bench.dispatch().isEmpty)
        try bench.ring(second, TestBench.number(10))
        #expect(try bench.dispatch().count == 1)
    }

    @Test func theRequestsOfTheAPIAreWithinItsRate() throws {
        var limits = TestBench.endless
        limits.apiRequestsPer5Seconds = 4
        let bench = try TestBench(limits: limits)
        try bench.campaign(contacts: 10) { [.callerName: .text("caller \($0)")] }
        #expect(try bench.dispatch().count == 4)
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.status().reason?.contains("api_requests_per_5s") == true)
        #expect(try bench.dispatch(after: .seconds(4)).count == 4)
    }

    @Test func campaignsShareTheRateByPriority() throws {
        let bench = try TestBench(limits: .pace(12))
        var urgent = TestBench.settings
        urgent.priority = 9
        var idle = TestBench.settings
        idle.priority = 3
        try bench.campaign("urgent", contacts: 60, settings: urgent)
        try bench.campaign("idle", contacts: 60, settings: idle)
        for _ in 0..<5 { _ = try bench.dispatch() }
        #expect(try bench.progress("urgent")[.dialing] == 45)
        #expect(try bench.progress("idle")[.dialing] == 15)
        for _ in 0..<2 { _ = try bench.dispatch() }
        #expect(try bench.progress("urgent")[.pending] == 0 || bench.progress("idle")[.dialing] > 15)
    }

    @Test func aCampaignWaitsForItsStartAndExpiresAtItsEnd() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.startAt = bench.now.wall + .seconds(100)
        settings.endAt = bench.now.wall + .seconds(200)
        try bench.campaign(contacts: 3, settings: settings)
        #expect(try bench.status().state == .waiting)
        #expect(try bench.status().reason?.contains("starts at") == true)
        _ = try bench.housekeeping(after: .seconds(50))
        #expect(try bench.dispatch().isEmpty)
        let started = try bench.housekeeping(after: .seconds(50))
        #expect(started.contains(.notice(.campaignStarted(name: "spring"))))
        let call = try #require(try bench.dispatch().first)
        try bench.step(.answer(call.batch, .refused(.rateLimited(retryAfter: .seconds(500)))))
        let ended = try bench.housekeeping(after: .seconds(100))
        #expect(try bench.progress()[.expired] == 3)
        #expect(ended.contains { if case .export = $0 { true } else { false } })
        #expect(try bench.status().state == .completed)
    }

    /// Whoever was dialed by a clock that was fast waits for the start that now lies ahead again.
    @Test func aStartThatLiesAheadAgainIsWaitedFor() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.startAt = bench.now.wall + .seconds(100)
        settings.maxCallsInFlight = 1
        try bench.campaign(contacts: 3, settings: settings)
        bench.stepWallClock(.seconds(3600))
        _ = try bench.housekeeping(after: .seconds(1))
        let first = try #require(try bench.dispatch().first)
        try bench.accept(first)
        try bench.hangup(first, TestBench.number(0))

        bench.stepWallClock(.seconds(-3600))
        #expect(try bench.dispatch().isEmpty, "not even before the next look at starts and ends")
        _ = try bench.housekeeping(after: .seconds(1))
        #expect(try bench.status().state == .waiting)
        #expect(try bench.status().reason?.contains("starts at") == true)
        #expect(try bench.dispatch(after: .seconds(90)).isEmpty)
        _ = try bench.housekeeping(after: .seconds(10))
        #expect(try bench.status().state == .running)
        #expect(try bench.dispatch().map(\.destinations) == [[TestBench.number(1)]])
    }

    @Test func aStepOfTheWallClockGivesNoTokens() throws {
        let bench = try TestBench(limits: .pace(10))
        try bench.campaign(contacts: 100)
        #expect(try bench.dispatch().map(\.destinations.count) == [10])
        bench.stepWallClock(.seconds(36_000))
        #expect(try bench.dispatch(after: .zero).isEmpty)
        bench.stepWallClock(.seconds(-72_000))
        #expect(try bench.dispatch(after: .milliseconds(500)).map(\.destinations.count) == [5])
    }
}
