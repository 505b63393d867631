import DialerCore
import DialerEngine
import DialerStore
import Testing

/// The bench begins on a Monday, at 16:00 in UTC, 18:00 in `East` and 14:00 in `West`.
struct HoursTests {
    private static func settings(_ opens: Int, _ closes: Int) -> CampaignSettings {
        var settings = TestBench.settings
        settings.callingHours = .everyDay(DayWindow(opens: opens * 60, closes: closes * 60))
        return settings
    }

    @Test func onlyThoseWhoseWindowIsOpenAreCalled() throws {
        let bench = try TestBench()
        let zones = ["East", "UTC", "West"]
        try bench.campaign(contacts: 6, settings: Self.settings(9, 17)) { _ in
            [:]
        } zones: {
            [zones[$0 % 3]]
        }
        let calls = try bench.dispatch()
        #expect(calls.map(\.destinations) == [[1, 4, 2, 5].map(TestBench.number)], "those that close first come first")
        #expect(try bench.dispatch().isEmpty)
        #expect(
            try bench.status().reason
                == "outside calling hours for every contact left; the next window opens at 2025-11-25T09:00:00+02:00 in East"
        )
        // 07:00 in UTC is 09:00 in East.
        let opened = try bench.dispatch(after: .seconds(15 * 3600))
        #expect(opened.map(\.destinations) == [[0, 3].map(TestBench.number)])
        #expect(try bench.status().reason == nil)
    }

    @Test func aNumberThatMayLieInSeveralZonesNeedsAllOfThemOpen() throws {
        let bench = try TestBench()
        try bench.campaign(contacts: 2, settings: Self.settings(9, 17)) { _ in
            [:]
        } zones: {
            $0 == 0 ? ["East", "West"] : ["West"]
        }
        #expect(try bench.dispatch().map(\.destinations) == [[TestBench.number(1)]])
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.status().reason?.contains("at 2025-11-25T13:00:00+02:00 in East and 1 more zones") == true)
    }

    @Test func aNamedZoneCountsForAll() throws {
        let bench = try TestBench()
        var settings = Self.settings(9, 17)
        settings.callingHours.zone = "East"
        try bench.campaign(contacts: 2, settings: settings) { _ in
            [:]
        } zones: { _ in
            ["West"]
        }
        #expect(try bench.dispatch().isEmpty)
        #expect(try bench.status().reason?.contains("in East") == true)
    }

    @Test func anUnknownZoneNeedsADefault() throws {
        let bench = try TestBench()
        var settings = Self.settings(9, 17)
        try bench.campaign("nowhere", contacts: 1, settings: settings)
        settings.defaultTimezone = "West"
        try bench.campaign("west", contacts: 1, settings: settings)
        #expect(try bench.dispatch().count == 1)
        #expect(try bench.status("nowhere").reason?.contains("set default_timezone") == true)
    }

    /// 10 calls a second; 5 s for the request, and an interval for requests that arrive in another order.
    @Test func nobodyIsQueuedWhoseCallWouldBeginAfterTheClose() throws {
        var limits = TestBench.endless
        limits.callsPerSecond = 10
        limits.dispatchInterval = .seconds(100)
        limits.queueAhead = .seconds(600)
        let bench = try TestBench(limits: limits)
        var settings = Self.settings(9, 18)
        settings.callingHours.zone = "UTC"
        try bench.campaign(contacts: 2000, settings: settings)
        let first = try bench.dispatch(after: .seconds(7200 - 300))
        #expect(first.map(\.destinations.count) == [1000], "five minutes, for which the bucket has 100 seconds' worth")
        try bench.accept(try #require(first.first))
        #expect(try bench.dispatch(after: .seconds(100)).isEmpty, "the first thousand may take until the close")
        #expect(try bench.status().reason?.contains("opens at 2025-11-25T09:00:00Z in UTC") == true)
    }

    @Test func hoursThatAreChangedCountAtOnce() throws {
        let bench = try TestBench()
        var settings = Self.settings(1, 2)
        let campaign = try bench.campaign(contacts: 1, settings: settings) { _ in
            [:]
        } zones: { _ in
            ["UTC"]
        }
        #expect(try bench.dispatch().isEmpty)
        settings.callingHours = .always
        _ = try bench.store.changeSettings(of: campaign, to: settings, sha256: "new")
        #expect(try bench.dispatch().count == 1)
    }

    @Test func aRetryWaitsForTheNextWindow() throws {
        let bench = try TestBench()
        var settings = Self.settings(9, 17)
        settings.retry = RetryPolicy(maxAttempts: 2, delays: [.busy: .seconds(7200)])
        try bench.campaign(contacts: 1, settings: settings) { _ in
            [:]
        } zones: { _ in
            ["UTC"]
        }
        let call = try #require(try bench.dispatch().first)
        try bench.hangup(call, TestBench.number(0), CallEnd(causeCode: 3010))
        #expect(try bench.dispatch(after: .seconds(7201)).isEmpty)
        #expect(try bench.status().reason?.contains("opens at 2025-11-25T09:00:00Z") == true)
        #expect(try bench.dispatch(after: .seconds(15 * 3600)).count == 1)
    }
}
