import DialerCore
import Testing

/// Minute by minute around every change of the clocks: what is computed against the definition, spelled out.
struct EveryMinuteTests {
    struct Schedule: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var hours: CallingHours
        /// Skips the date on which the clocks change, and with it the day after.
        var skipsTheDay = false
    }

    static let schedules = [
        Schedule(testDescription: "08:00-21:00", hours: .standard),
        Schedule(testDescription: "22:00-02:00", hours: .everyDay(DayWindow(opens: 1320, closes: 1560))),
        Schedule(testDescription: "01:30-02:30", hours: .everyDay(DayWindow(opens: 90, closes: 150))),
        Schedule(testDescription: "02:15-02:20, 02:45-03:05", hours: days([(135, 140), (165, 185)], on: 0..<7)),
        Schedule(testDescription: "23:45-24:15", hours: .everyDay(DayWindow(opens: 1425, closes: 1455))),
        Schedule(testDescription: "weekdays", hours: days([(0, 720), (720, 1440)], on: 0..<5)),
        Schedule(testDescription: "sunday from noon to noon", hours: days([(720, 2160)], on: 6..<7)),
        Schedule(testDescription: "all but the day", hours: .always, skipsTheDay: true),
        Schedule(testDescription: "nights but the day's", hours: days([(1200, 1800)], on: 0..<7), skipsTheDay: true),
    ]

    private static func days(_ windows: [(Int, Int)], on weekdays: Range<Int>) -> CallingHours {
        let windows = windows.map { DayWindow(opens: $0.0, closes: $0.1) }
        return CallingHours(days: (0..<7).map { weekdays.contains($0) ? windows : [] })
    }

    @Test(arguments: ZoneYear.all, schedules)
    func aroundEachEdge(zone: ZoneYear, schedule: Schedule) throws {
        let rules = try zone.rules
        // A zone without a change has its middle of the year.
        for edge in zone.edges.isEmpty ? [zone.begin + .seconds(182 * 86_400)] : zone.edges {
            var hours = schedule.hours
            if schedule.skipsTheDay {
                let local = edge + .seconds(60 * zone.minutesEast(at: edge))
                hours.skipDates = Set([CivilDate(String(local.rfc3339.prefix(10)))].compactMap(\.self))
            }
            let oracle = Oracle(hours: hours, zones: [zone], around: edge)
            #expect(oracle.mistakes(of: hours, in: [rules]) == [], "around \(edge.rfc3339)")
        }
    }

    /// Both must be open, whichever changes its clocks.
    @Test(arguments: [
        ("America/New_York", "America/Havana"), ("Europe/Berlin", "Africa/Casablanca"),
        ("Europe/London", "Asia/Kathmandu"),
        ("Australia/Lord_Howe", "Pacific/Chatham"), ("Asia/Beirut", "Africa/Cairo"),
        ("America/Santiago", "Antarctica/Troll"),
    ])
    func twoZones(names: (String, String)) throws {
        let zones = ZoneYear.all.filter { [names.0, names.1].contains($0.name) }
        let rules = try zones.map { try $0.rules }
        for schedule in Self.schedules where !schedule.skipsTheDay {
            for edge in zones.flatMap(\.edges) {
                let oracle = Oracle(hours: schedule.hours, zones: zones, around: edge)
                #expect(
                    oracle.mistakes(of: schedule.hours, in: rules) == [],
                    "\(schedule.testDescription) \(edge.rfc3339)"
                )
            }
        }
    }
}

/// Whether each minute of eight days around an instant is open, by definition: offset, local date and time of day,
/// windows.
private struct Oracle {
    let begin: WallTime
    let isOpen: [Bool]
    static let before = 3 * 1440
    static let after = 5 * 1440

    init(hours: CallingHours, zones: [ZoneYear], around edge: WallTime) {
        let begin = edge - .seconds(60 * Self.before)
        let skipped = Set(hours.skipDates.map { Int($0.daysSinceEpoch) })
        self.begin = begin
        isOpen = (0..<Self.before + Self.after).map { minute in
            let utc = Int(begin.milliseconds / 60_000) + minute
            return zones.allSatisfy { zone in
                let local = utc + zone.minutesEast(at: WallTime(milliseconds: Int64(utc) * 60_000))
                let (day, time) = local.quotientAndRemainder(dividingBy: 1440)
                // 1970-01-01 was a Thursday.
                let today = hours.days[(day + 3) % 7], yesterday = hours.days[(day + 2) % 7]
                if skipped.contains(day) { return false }
                return today.contains { $0.opens <= time && time < $0.closes }
                    || !skipped.contains(day - 1) && yesterday.contains { time < $0.closes - 1440 }
            }
        }
    }

    func mistakes(of hours: CallingHours, in zones: [TimeZoneRules]) -> [String] {
        var wrong: [String] = []
        var (nextOpen, nextClosed): (Int?, Int?)
        for minute in isOpen.indices.reversed() {
            if isOpen[minute] { nextOpen = minute } else { nextClosed = minute }
            // Every minute of half a day on both sides of the edge, and the others by samples.
            guard abs(minute - Self.before) <= 720 || minute % 23 == 0 else { continue }
            let instant = at(minute)
            let closing = hours.closing(at: instant, in: zones)
            if (closing != nil) != isOpen[minute] {
                wrong.append("\(instant.rfc3339) should be open: \(isOpen[minute])")
            }
            if isOpen[minute], let nextClosed, closing != at(nextClosed) {
                wrong.append("\(instant.rfc3339) closes \(closing?.rfc3339 ?? "never")")
            }
            if let nextOpen, hours.opening(from: instant, in: zones) != at(nextOpen) {
                wrong.append("\(instant.rfc3339) should open at \(at(nextOpen).rfc3339)")
            }
        }
        return Array(wrong.suffix(5))
    }

    private func at(_ minute: Int) -> WallTime { begin + .seconds(60 * minute) }
}
