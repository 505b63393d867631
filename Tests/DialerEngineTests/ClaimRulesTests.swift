import DialerCore
import DialerEngine
import DialerStore
import Testing

/// The do-not-call list, attempt limits and limits of caller IDs.
struct ClaimRulesTests {
    @Test func whoeverIsOnTheListAtTheClaimIsNotCalled() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 3)
        _ = try bench.store.addDoNotCall([TestBench.number(1)], reason: "asked", source: "test", at: bench.now.wall)
        #expect(try bench.dispatch().map(\.destinations) == [[TestBench.number(0), TestBench.number(2)]])
        #expect(try bench.progress()[.suppressed] == 1)
        #expect(try bench.results().map(\.outcome) == [nil, .suppressed, nil])
    }

    @Test func aListThatTakesEverybodyEndsTheCampaign() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 12_000)
        _ = try bench.store.addDoNotCall(
            (0..<12_000).map(TestBench.number),
            reason: "",
            source: "test",
            at: bench.now.wall
        )
        for _ in 0..<20 { #expect(try bench.dispatch().isEmpty) }
        #expect(try bench.status().state == .completed)
        #expect(try bench.progress()[.suppressed] == 12_000)
    }

    @Test func aRetryIsNotMadeToWhoeverHasComeOntoTheList() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.retry = RetryPolicy(maxAttempts: 3, delays: [.busy: .seconds(60)])
        try bench.campaign(contacts: 1, settings: settings)
        let call = try #require(try bench.dispatch().first)
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010))
        _ = try bench.store.addDoNotCall([TestBench.number(0)], reason: "", source: "test", at: bench.now.wall)
        #expect(try bench.dispatch(after: .seconds(61)).isEmpty)
        #expect(try bench.results().map(\.outcome) == [.suppressed])
        #expect(try bench.results().map(\.attempts) == [1])
    }

    @Test func attemptLimitsCountEveryCampaignsCalls() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.attemptLimits = [
            AttemptLimit(max: 2, within: .seconds(3600)), AttemptLimit(max: 5, within: .seconds(9000)),
        ]
        for name in ["a", "b", "c"] { try bench.campaign(name, contacts: 1, settings: settings) }
        #expect(try bench.dispatch().count == 2, "one instant, one transaction: the third sees the other two")
        let states = try ["a", "b", "c"].map { try bench.progress($0)[.pending] }
        #expect(states == [0, 0, 1])
        #expect(try bench.dispatch(after: .seconds(3590)).isEmpty)
        #expect(try bench.status("c").reason?.contains("attempt limit") == true)
        #expect(try bench.dispatch(after: .seconds(20)).count == 1)
    }

    @Test func aRefusedRequestDoesNotCountForALimit() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.attemptLimits = [AttemptLimit(max: 1, within: .seconds(3600))]
        try bench.campaign(contacts: 1, settings: settings)
        let call = try #require(try bench.dispatch().first)
        try bench.step(.answer(call.batch, .refused(.rateLimited(retryAfter: nil))))
        #expect(try bench.dispatch(after: .seconds(100)).count == 1)
    }

    @Test func aCallerIDsOwnLimitHolds() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.callerIDs = ["14155550100", "14155550101"]
        settings.callerIDRates = ["14155550100": 1, "14155550101": 3]
        try bench.campaign(contacts: 20, settings: settings)
        _ = try bench.dispatch()
        #expect(try bench.status().reason?.contains("every caller ID") == true, "their buckets begin empty")
        for _ in 0..<3 {
            let calls = try bench.dispatch()
            #expect(Set(calls.map { "\($0.callerID) \($0.destinations.count)" }) == ["14155550100 1", "14155550101 3"])
        }
    }

    @Test func aRowsOwnParentForcesSingleCalls() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 3) { _ in [.parentCallUUID: .text(TestBench.uuid(9).text)] }
        #expect(try bench.dispatch().map(\.destinations.count) == [1, 1, 1])
    }
}

extension ClaimRulesTests {
    @Test func aRetryThatTheSettingsDoNotWantAnyMoreIsNotMade() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.retry = RetryPolicy(maxAttempts: 5, delays: [.busy: .seconds(60)])
        let campaign = try bench.campaign(contacts: 1, settings: settings)
        let call = try #require(try bench.dispatch().first)
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010))
        settings.retry = RetryPolicy()
        _ = try bench.store.changeSettings(of: campaign, to: settings, sha256: "new")
        #expect(try bench.dispatch(after: .seconds(61)).isEmpty)
        #expect(try bench.results().map(\.outcome) == [.busy])
        #expect(try bench.status().state == .completed)
    }

    @Test func anUnwantedRetryOnTheListEndsAsSuppressed() throws {
        let bench = try TestBench()
        try unwantedRetry(in: bench)
        _ = try bench.store.addDoNotCall([TestBench.number(0)], reason: "", source: "test", at: bench.now.wall)
        #expect(try bench.dispatch(after: .seconds(61)).isEmpty)
        #expect(try bench.results().map(\.outcome) == [.suppressed])
    }

    @Test func anUnwantedRetryEndsOnceALimitLetsTheNumberBeCalled() throws {
        let bench = try TestBench()
        try unwantedRetry(in: bench, limits: [AttemptLimit(max: 1, within: .seconds(300))])
        #expect(try bench.dispatch(after: .seconds(61)).isEmpty)
        #expect(try bench.results().map(\.outcome) == [nil])
        #expect(try bench.dispatch(after: .seconds(240)).isEmpty)
        #expect(try bench.results().map(\.outcome) == [.busy])
    }

    /// A contact that waits for the second call of two, of which changed settings want one.
    private func unwantedRetry(in bench: TestBench, limits: [AttemptLimit] = []) throws {
        var settings = TestBench.settings
        settings.attemptLimits = limits
        settings.retry = RetryPolicy(maxAttempts: 2, delays: [.busy: .seconds(60)])
        let campaign = try bench.campaign(contacts: 1, settings: settings)
        let call = try #require(try bench.dispatch().first)
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010))
        settings.retry.maxAttempts = 1
        _ = try bench.store.changeSettings(of: campaign, to: settings, sha256: "new")
    }

    @Test func aLimitThatIsLiftedCountsWithinTheHour() throws {
        let bench = try TestBench()
        var settings = TestBench.settings
        settings.attemptLimits = [AttemptLimit(max: 1, within: .seconds(30 * 86_400))]
        try bench.campaign("first", contacts: 1, settings: settings)
        #expect(try bench.dispatch().count == 1)
        let second = try bench.campaign("second", contacts: 1, settings: settings)
        #expect(try bench.dispatch().isEmpty)
        settings.attemptLimits = []
        _ = try bench.store.changeSettings(of: second, to: settings, sha256: "new")
        #expect(try bench.dispatch(after: .seconds(3600)).count == 1)
    }
}
