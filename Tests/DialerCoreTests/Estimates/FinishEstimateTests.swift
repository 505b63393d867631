import DialerCore
import TestSupport
import Testing

@Suite struct FinishEstimateTests {
    private static let utc = [TimeZoneRules(fixedOffset: 0)]
    private static let midnight = "2026-11-23T00:00:00Z"

    private static func time(_ text: String) throws -> WallTime { try #require(WallTime(rfc3339: text)) }

    private static func campaign(
        _ calls: Int,
        zones: [TimeZoneRules] = utc,
        hours: CallingHours = .always,
        priority: Int = 5,
        rate: Double? = nil,
        from start: String? = nil,
        to end: String? = nil
    ) throws -> PlannedCampaign {
        var settings = CampaignSettings(callerIDs: ["14155550100"], arguments: [:])
        settings.callsPerSecond = rate
        settings.priority = priority
        settings.callingHours = hours
        settings.startAt = try start.map(time)
        settings.endAt = try end.map(time)
        return PlannedCampaign(settings, groups: [(zones: CallingZones(names: [], rules: zones), calls: calls)])
    }

    private static func hours(_ opens: Int, _ closes: Int) -> CallingHours {
        .everyDay(DayWindow(opens: opens * 60, closes: closes * 60))
    }

    private static func estimate(
        _ campaign: PlannedCampaign,
        beside others: [PlannedCampaign] = [],
        rate: Double = 2
    ) throws -> FinishEstimate {
        FinishEstimate(of: campaign, beside: others, callsPerSecond: rate, from: try time(midnight))
    }

    /// What a campaign is, and when it begins and ends on 23 November or later.
    struct Case: Sendable {
        var what: String
        var campaign: PlannedCampaign
        var others: [PlannedCampaign] = []
        var first: String
        var last: String
        var expired = 0
    }

    private static func cases() throws -> [Case] {
        let mornings = hours(9, 10)
        return [
            Case(what: "the account's rate", campaign: try campaign(7200), first: "23T00:00:00", last: "23T01:00:00"),
            Case(
                what: "its own rate",
                campaign: try campaign(7200, rate: 0.5),
                first: "23T00:00:00",
                last: "23T04:00:00"
            ),
            Case(
                what: "a start",
                campaign: try campaign(7200, from: "2026-11-25T09:00:00Z"),
                first: "25T09:00:00",
                last: "25T10:00:00"
            ),
            Case(
                what: "an end",
                campaign: try campaign(7200, to: "2026-11-23T00:15:00Z"),
                first: "23T00:00:00",
                last: "23T00:15:00",
                expired: 5400
            ),
            Case(
                what: "an hour each morning",
                campaign: try campaign(10_000, hours: mornings),
                first: "23T09:00:00",
                last: "24T09:23:20"
            ),
            Case(
                what: "the recipient's morning",
                campaign: try campaign(7200, zones: [TimeZoneRules(fixedOffset: -5 * 3600)], hours: mornings),
                first: "23T14:00:00",
                last: "23T15:00:00"
            ),
            Case(
                what: "an equal beside it, which ends first",
                campaign: try campaign(3600),
                others: [try campaign(1800)],
                first: "23T00:00:00",
                last: "23T00:45:00"
            ),
            Case(
                what: "a priority of 9 beside one of 1",
                campaign: try campaign(6480, priority: 9),
                others: [try campaign(1_000_000, priority: 1)],
                first: "23T00:00:00",
                last: "23T01:00:00"
            ),
            Case(
                what: "another that cannot use its share",
                campaign: try campaign(5400),
                others: [try campaign(1_000_000, rate: 0.5)],
                first: "23T00:00:00",
                last: "23T01:00:00"
            ),
            Case(
                what: "another whose window opens when ours is half done",
                campaign: try campaign(7200),
                others: [try campaign(1_000_000, hours: .everyDay(DayWindow(opens: 30, closes: 1440)))],
                first: "23T00:00:00",
                last: "23T01:30:00"
            ),
            Case(
                what: "another that begins later and ends at its time",
                campaign: try campaign(7200),
                others: [
                    try campaign(1_000_000, from: "2026-11-23T00:30:00Z", to: "2026-11-23T00:50:00Z")
                ],
                first: "23T00:00:00",
                last: "23T01:10:00"
            ),
        ]
    }

    @Test func firstAndLastCall() throws {
        for one in try Self.cases() {
            let estimate = try Self.estimate(one.campaign, beside: one.others)
            #expect(estimate.firstCall?.rfc3339 == "2026-11-\(one.first)Z", "\(one.what)")
            #expect(estimate.lastCall?.rfc3339 == "2026-11-\(one.last)Z", "\(one.what)")
            #expect(estimate.expired == one.expired, "\(one.what)")
            #expect(estimate.outOfReach == 0, "\(one.what)")
        }
    }

    @Test func whoseWindowClosesFirstIsCalledFirst() throws {
        // East of UTC it is later: they close at 10:00 UTC, the others at 12:00.
        var campaign = try Self.campaign(3600, hours: Self.hours(9, 12), rate: 1)
        campaign.groups.append(
            (zones: CallingZones(names: [], rules: [TimeZoneRules(fixedOffset: 2 * 3600)]), calls: 3600)
        )
        let estimate = FinishEstimate(
            of: campaign,
            beside: [],
            callsPerSecond: 2,
            from: try Self.time("2026-11-23T09:00:00Z")
        )
        #expect(estimate.lastCall?.rfc3339 == "2026-11-23T11:00:00Z")
    }

    @Test func aPoolIsAsFastAsItsCallerIDs() throws {
        var settings = CampaignSettings(callerIDs: ["14155550100", "14155550101"], arguments: [:])
        settings.callerIDRates = ["14155550100": 1, "14155550101": 0.5]
        #expect(PlannedCampaign(settings, groups: []).callsPerSecond == 1.5)
        settings.callsPerSecond = 1
        #expect(PlannedCampaign(settings, groups: []).callsPerSecond == 1)
        settings.callerIDRates["14155550101"] = nil
        settings.callsPerSecond = nil
        #expect(PlannedCampaign(settings, groups: []).callsPerSecond == .infinity)
    }

    @Test func whereNoWindowEverOpensNobodyIsCalled() throws {
        let estimate = try Self.estimate(Self.campaign(10, zones: [], hours: .standard))
        #expect(estimate.firstCall == nil)
        #expect(estimate.lastCall == nil)
        #expect(estimate.outOfReach == 10)
    }

    @Test func anEndBeforeTheFirstWindowExpiresThemAll() throws {
        let campaign = try Self.campaign(10, hours: Self.hours(9, 10), to: "2026-11-23T08:00:00Z")
        let estimate = try Self.estimate(campaign)
        #expect(estimate.firstCall == nil)
        #expect(estimate.expired == 10)
    }

    @Test func nothingIsSoonDone() throws {
        let estimate = try Self.estimate(Self.campaign(0))
        #expect(estimate.firstCall == nil)
        #expect(estimate.outOfReach == 0)
    }

    /// 7200 a day for 400 days.
    @Test func whatTakesMoreThanAYearHasNoEnd() throws {
        let estimate = try Self.estimate(Self.campaign(10_000_000, hours: Self.hours(9, 10)))
        #expect(estimate.firstCall?.rfc3339 == "2026-11-23T09:00:00Z")
        #expect(estimate.lastCall == nil)
        #expect(estimate.outOfReach == 10_000_000 - 400 * 7200)
    }

    /// Every contact is accounted for, whatever the mixture.
    @Test(arguments: TestSeed.each(1..<51)) func callsAddUp(seed: TestSeed) throws {
        var generator = SeededGenerator(seed: seed.value)
        func campaign() throws -> PlannedCampaign {
            let opens = Int.random(in: 0...22, using: &generator)
            let hours = Self.hours(opens, Int.random(in: (opens + 1)...24, using: &generator))
            let rate = Bool.random(using: &generator) ? Double.random(in: 0.01...3, using: &generator) : nil
            var campaign = try Self.campaign(0, hours: hours, rate: rate)
            campaign.settings.priority = Int.random(in: 1...9, using: &generator)
            campaign.groups = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
                let zone = TimeZoneRules(fixedOffset: Int.random(in: -12...14, using: &generator) * 3600)
                return (
                    zones: CallingZones(names: [], rules: [zone]), calls: Int.random(in: 0...5000, using: &generator)
                )
            }
            return campaign
        }
        let subject = try campaign()
        let others = try (0..<3).map { _ in try campaign() }
        let calls = subject.groups.reduce(0) { $0 + $1.calls }
        let estimate = try Self.estimate(subject, beside: others)
        #expect(estimate.expired == 0)
        #expect(estimate.outOfReach >= 0 && estimate.outOfReach <= calls)
        // Never faster than alone without any window.
        let fastest = Double(calls) / min(2, subject.callsPerSecond)
        let last = try #require(estimate.lastCall)
        #expect((last - (try Self.time(Self.midnight))).inSeconds >= fastest - 1)
    }
}
