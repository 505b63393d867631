import DialerCore
import Testing

/// Calling hours as a person would put them, in zones as a person knows them.
struct CallingHoursTests {
    enum Answer: Sendable {
        case open(until: String)
        /// Nil: never opens.
        case closed(until: String?)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var hours: CallingHours
        var zones: [String]
        var instant: WallTime
        var answer: Answer

        init(_ text: String, _ hours: CallingHours, _ zones: [String], _ instant: String, _ answer: Answer) {
            (testDescription, self.hours, self.zones, self.answer) = (text, hours, zones, answer)
            self.instant = .at(instant)
        }
    }

    static let never = WallTime.distantFuture.rfc3339
    static let newYork = ["America/New_York"]
    static let nights = CallingHours.everyDay(DayWindow(opens: 22 * 60, closes: 26 * 60))
    static let workdays = CallingHours(days: weekdays([DayWindow(opens: 0, closes: 1440)]))
    static let workNights = CallingHours(days: weekdays([DayWindow(opens: 22 * 60, closes: 26 * 60)]))

    static let cases = [
        Case("by day", .standard, newYork, "2025-07-01T12:00-04:00", .open(until: "2025-07-01T21:00-04:00")),
        Case("the first instant", .standard, newYork, "2025-07-01T08:00-04:00", .open(until: "2025-07-01T21:00-04:00")),
        Case(
            "the last is not in it",
            .standard,
            newYork,
            "2025-07-01T21:00-04:00",
            .closed(until: "2025-07-02T08:00-04:00")
        ),
        Case(
            "a millisecond before it is",
            .standard,
            newYork,
            "2025-07-01T20:59:59.999-04:00",
            .open(until: "2025-07-01T21:00-04:00")
        ),
        Case(
            "the night over which clocks go forward",
            .standard,
            newYork,
            "2025-03-08T22:00-05:00",
            .closed(until: "2025-03-09T08:00-04:00")
        ),
        Case("always", .always, [], "2025-07-01T08:00Z", .open(until: never)),
        Case("in no zone", .standard, [], "2025-07-01T12:00Z", .closed(until: nil)),
        Case(
            "days that touch",
            workdays,
            ["Asia/Kathmandu"],
            "2025-07-02T12:00+05:45",
            .open(until: "2025-07-05T00:00+05:45")
        ),
        Case(
            "the weekend",
            workdays,
            ["Asia/Kathmandu"],
            "2025-07-05T12:00+05:45",
            .closed(until: "2025-07-07T00:00+05:45")
        ),
        Case("past midnight", nights, newYork, "2025-07-01T01:00-04:00", .open(until: "2025-07-01T02:00-04:00")),
        Case(
            "Friday's night is Friday's",
            workNights,
            newYork,
            "2025-07-05T01:00-04:00",
            .open(until: "2025-07-05T02:00-04:00")
        ),
        Case(
            "Sunday's night is nobody's",
            workNights,
            newYork,
            "2025-07-07T01:00-04:00",
            .closed(until: "2025-07-07T22:00-04:00")
        ),
        Case(
            "into a skipped date",
            skipping("2025-07-02", nights),
            newYork,
            "2025-07-01T23:00-04:00",
            .open(until: "2025-07-02T00:00-04:00")
        ),
        Case(
            "out of a skipped date",
            skipping("2025-07-02", nights),
            newYork,
            "2025-07-02T00:00-04:00",
            .closed(until: "2025-07-03T22:00-04:00")
        ),
        Case(
            "always but for a date",
            skipping("2025-12-25", .always),
            newYork,
            "2025-12-20T12:00-05:00",
            .open(until: "2025-12-25T00:00-05:00")
        ),
        Case(
            "always but for a date long ago",
            skipping("2024-12-25", .always),
            newYork,
            "2025-12-20T12:00-05:00",
            .open(until: never)
        ),
        Case(
            "the date that Samoa never had",
            skipping("2011-12-30", .always),
            ["Pacific/Apia"],
            "2011-12-29T12:00-10:00",
            .open(until: never)
        ),
        Case(
            "the evening before Samoa jumped",
            .standard,
            ["Pacific/Apia"],
            "2011-12-29T22:00-10:00",
            .closed(until: "2011-12-31T08:00+14:00")
        ),
        Case(
            "a window that begins in a gap",
            .everyDay(DayWindow(opens: 150, closes: 240)),
            newYork,
            "2025-03-09T01:00-05:00",
            .closed(until: "2025-03-09T03:00-04:00")
        ),
        Case(
            "a window that ends in a gap",
            .everyDay(DayWindow(opens: 60, closes: 150)),
            newYork,
            "2025-03-09T01:30-05:00",
            .open(until: "2025-03-09T03:00-04:00")
        ),
        Case(
            "a window within a gap",
            .everyDay(DayWindow(opens: 130, closes: 150)),
            newYork,
            "2025-03-09T00:00-05:00",
            .closed(until: "2025-03-10T02:10-04:00")
        ),
        Case(
            "an hour that comes twice, the first time",
            .everyDay(DayWindow(opens: 60, closes: 90)),
            newYork,
            "2025-11-02T01:10-04:00",
            .open(until: "2025-11-02T01:30-04:00")
        ),
        Case(
            "an hour that comes twice, in between",
            .everyDay(DayWindow(opens: 60, closes: 90)),
            newYork,
            "2025-11-02T01:40-04:00",
            .closed(until: "2025-11-02T01:00-05:00")
        ),
        Case(
            "from coast to coast",
            .standard,
            ["America/New_York", "America/Los_Angeles"],
            "2025-07-01T08:00-04:00",
            .closed(until: "2025-07-01T08:00-07:00")
        ),
        Case(
            "from coast to coast, open",
            .standard,
            ["America/New_York", "America/Los_Angeles"],
            "2025-07-01T12:00-04:00",
            .open(until: "2025-07-01T21:00-04:00")
        ),
        Case(
            "half a world apart",
            .everyDay(DayWindow(opens: 540, closes: 600)),
            ["Asia/Kolkata", "America/Los_Angeles"],
            "2025-07-01T12:00Z",
            .closed(until: nil)
        ),
        Case(
            "a date that is skipped somewhere",
            skipping("2025-07-02", .standard),
            ["Pacific/Auckland", "Asia/Tokyo"],
            "2025-07-01T09:00Z",
            .closed(until: "2025-07-03T08:00+09:00")
        ),
        Case("closed", CallingHours(days: []), newYork, "2025-07-01T12:00Z", .closed(until: nil)),
    ]

    @Test(arguments: cases)
    func times(test: Case) throws {
        let zones = try test.zones.map { try #require(TimeZoneRules(tzif: ZoneYear.file($0))) }
        let closing = test.hours.closing(at: test.instant, in: zones)
        let opening = test.hours.opening(from: test.instant, in: zones)
        switch test.answer {
        case .open(let until):
            #expect(closing?.rfc3339 == WallTime.at(until).rfc3339)
            #expect(opening == test.instant)
        case .closed(let until):
            #expect(closing == nil)
            #expect(opening == until.map { .at($0) })
        }
    }

    @Test(arguments: [
        (CallingHours.standard, true),
        (.always, false),
        (skipping("2025-12-25", .always), true),
        (CallingHours(zone: "Europe/Paris", days: CallingHours.standard.days), false),
        // Half a day from noon to noon is as good.
        (.everyDay(DayWindow(opens: 720, closes: 2160)), false),
        (.everyDay(DayWindow(opens: 720, closes: 2159)), true),
        (
            CallingHours(
                days: [[DayWindow(opens: 0, closes: 720), DayWindow(opens: 720, closes: 1440)]]
                    + CallingHours.always.days.dropFirst()
            ), false
        ),
        (CallingHours(days: CallingHours.always.days.dropLast() + [[]]), true),
    ])
    func dependsOnRecipient(hours: CallingHours, answer: Bool) {
        #expect(hours.dependsOnRecipient == answer)
    }

    private static func weekdays(_ windows: [DayWindow]) -> [[DayWindow]] {
        Array(repeating: windows, count: 5) + [[], []]
    }

    static func skipping(_ date: String, _ hours: CallingHours) -> CallingHours {
        var hours = hours
        hours.skipDates = Set([CivilDate(date)].compactMap(\.self))
        return hours
    }
}
