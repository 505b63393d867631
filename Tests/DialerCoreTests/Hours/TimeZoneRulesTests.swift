import DialerCore
import Foundation
import Testing

struct TimeZoneRulesTests {
    @Test(arguments: ZoneYear.all)
    func offsetsOfAYear(zone: ZoneYear) throws {
        let rules = try zone.rules
        var wrong: [String] = []
        for quarterHour in stride(from: zone.begin.milliseconds, to: zone.end.milliseconds, by: 900_000) {
            // The last millisecond before, too.
            for milliseconds in [quarterHour, quarterHour + 899_999] {
                let instant = WallTime(milliseconds: milliseconds)
                if rules.offset(at: instant) != .seconds(60 * zone.minutesEast(at: instant)) {
                    wrong.append(instant.rfc3339)
                }
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: ZoneYear.all)
    func changesOfAYear(zone: ZoneYear) throws {
        let rules = try zone.rules
        var found: [WallTime] = []
        var instant = zone.begin
        while let next = rules.nextTransition(after: instant), next < zone.end {
            found.append(next)
            #expect(rules.nextTransition(after: next - .milliseconds(1)) == next)
            instant = next
        }
        #expect(found == zone.edges)
    }

    /// A rule alone, in a leap year and the one after it; the instants are Python's, which reads such strings by itself.
    @Test(arguments: [
        (
            "EST5EDT,M3.2.0,M11.1.0", -300,
            ["2028-03-12T07:00Z", "2028-11-05T06:00Z", "2029-03-11T07:00Z", "2029-11-04T06:00Z"]
        ),
        ("<+0330>-3:30", 210, []),
        (
            "IST-2IDT,M3.4.4/26,M10.5.0", 120,
            ["2028-03-24T00:00Z", "2028-10-28T23:00Z", "2029-03-23T00:00Z", "2029-10-27T23:00Z"]
        ),
        (
            "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -120,
            ["2028-03-26T01:00Z", "2028-10-29T01:00Z", "2029-03-25T01:00Z", "2029-10-28T01:00Z"]
        ),
        (
            "EET-2EEST,M4.5.5/0,M10.5.4/24", 120,
            ["2028-04-27T22:00Z", "2028-10-26T21:00Z", "2029-04-26T22:00Z", "2029-10-25T21:00Z"]
        ),
        (
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 660,
            ["2028-04-01T15:00Z", "2028-09-30T15:30Z", "2029-03-31T15:00Z", "2029-10-06T15:30Z"]
        ),
        (
            "IST-1GMT0,M10.5.0,M3.5.0/1", 0,
            ["2028-03-26T01:00Z", "2028-10-29T01:00Z", "2029-03-25T01:00Z", "2029-10-28T01:00Z"]
        ),
        (
            "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", 825,
            ["2028-04-01T14:00Z", "2028-09-23T14:00Z", "2029-03-31T14:00Z", "2029-09-29T14:00Z"]
        ),
        (
            "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3", 0,
            ["2028-03-26T01:00Z", "2028-10-29T01:00Z", "2029-03-25T01:00Z", "2029-10-28T01:00Z"]
        ),
        (
            "AAA-1BBB,J60/0,J300", 60,
            ["2028-02-29T23:00Z", "2028-10-27T00:00Z", "2029-02-28T23:00Z", "2029-10-27T00:00Z"]
        ),
        (
            "AAA-1BBB,59/0,300/0:0:30", 60,
            ["2028-02-28T23:00Z", "2028-10-26T22:00:30Z", "2029-02-28T23:00Z", "2029-10-27T22:00:30Z"]
        ),
        // Daylight time all year (RFC 9636, section 3.3.1).
        ("XXX3EDT4,0/0,J365/23", -240, []),
    ])
    func rule(text: String, minutes: Int, changes: [String]) throws {
        let rules = try #require(TimeZoneRules(tzif: TZifSample(footer: text).bytes))
        #expect(rules.offset(at: .at("2028-01-01T00:00Z")) == .seconds(60 * minutes))
        var instant = WallTime.at("2028-01-01T00:00Z")
        for change in changes {
            #expect(rules.nextTransition(after: instant) == .at(change))
            #expect(rules.offset(at: .at(change)) != rules.offset(at: .at(change) - .milliseconds(1)))
            instant = .at(change)
        }
        if changes.isEmpty { #expect(rules.nextTransition(after: instant) == nil) }
    }

    @Test func fixedOffset() {
        let rules = TimeZoneRules(fixedOffset: 20_700)
        #expect(rules.offset(at: .epoch) == .seconds(20_700))
        #expect(rules.nextTransition(after: .epoch) == nil)
    }

    /// Neither a table nor a rule ends with the calendar of our time.
    @Test(arguments: ["America/New_York", "Africa/Casablanca", "Asia/Kathmandu", "UTC"])
    func farInstants(name: String) throws {
        let rules = try #require(TimeZoneRules(tzif: ZoneYear.file(name)))
        for milliseconds in [Int64.min, -1 << 60, -1 << 50, 1 << 50, 1 << 60, Int64.max] {
            let instant = WallTime(milliseconds: milliseconds)
            #expect(abs(rules.offset(at: instant).milliseconds) < 86_400_000)
            if let next = rules.nextTransition(after: instant) { #expect(next > instant) }
        }
    }
}
