import DialerCore
import Foundation
import Testing

/// A past year of a zone: laws for it will not change any more, so any table of zones has it. Taken from Python's
/// `zoneinfo`, which is another reader of the same files.
struct ZoneYear: Sendable, CustomTestStringConvertible {
    var name: String
    var year: Int
    /// Minutes east of UTC when the year begins in UTC.
    var first: Int
    /// Instants, and minutes east of UTC from then on.
    var changes: [(at: WallTime, minutes: Int)]

    init(_ name: String, _ year: Int, _ first: Int, _ changes: [(at: String, minutes: Int)]) {
        self.name = name
        self.year = year
        self.first = first
        self.changes = changes.map { (.at($0.at), $0.minutes) }
    }

    var testDescription: String { "\(name) \(year)" }
    var begin: WallTime { .at("\(year)-01-01T00:00:00Z") }
    var end: WallTime { .at("\(year + 1)-01-01T00:00:00Z") }
    var edges: [WallTime] { changes.map(\.at) }

    /// Minutes east of UTC, by the table above alone.
    func minutesEast(at instant: WallTime) -> Int {
        changes.last { $0.at <= instant }?.minutes ?? first
    }

    /// What the system says of the zone.
    var rules: TimeZoneRules {
        get throws { try #require(TimeZoneRules(tzif: Self.file(name))) }
    }

    /// The bytes of a zone's file; the package tzdata is one of those that `.ci/prepare` installs.
    static func file(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")))
    }

    static let all = [
        ZoneYear("America/New_York", 2025, -300, [("2025-03-09T07:00:00Z", -240), ("2025-11-02T06:00:00Z", -300)]),
        ZoneYear("America/St_Johns", 2025, -210, [("2025-03-09T05:30:00Z", -150), ("2025-11-02T04:30:00Z", -210)]),
        // At midnight, both times.
        ZoneYear("America/Havana", 2025, -300, [("2025-03-09T05:00:00Z", -240), ("2025-11-02T05:00:00Z", -300)]),
        ZoneYear("America/Santiago", 2025, -180, [("2025-04-06T03:00:00Z", -240), ("2025-09-07T04:00:00Z", -180)]),
        // On the evening before.
        ZoneYear("America/Nuuk", 2024, -120, [("2024-03-31T01:00:00Z", -60), ("2024-10-27T01:00:00Z", -120)]),
        // In spring it changed its zone and to summer time at once: the offset stayed.
        ZoneYear("America/Scoresbysund", 2024, -60, [("2024-10-27T01:00:00Z", -120)]),
        ZoneYear("America/Sao_Paulo", 2018, -120, [("2018-02-18T02:00:00Z", -180), ("2018-11-04T03:00:00Z", -120)]),
        ZoneYear("Europe/London", 2025, 0, [("2025-03-30T01:00:00Z", 60), ("2025-10-26T01:00:00Z", 0)]),
        // Its daylight time is the winter's, and negative.
        ZoneYear("Europe/Dublin", 2025, 0, [("2025-03-30T01:00:00Z", 60), ("2025-10-26T01:00:00Z", 0)]),
        ZoneYear("Europe/Berlin", 2025, 60, [("2025-03-30T01:00:00Z", 120), ("2025-10-26T01:00:00Z", 60)]),
        // During Ramadan.
        ZoneYear("Africa/Casablanca", 2025, 60, [("2025-02-23T02:00:00Z", 0), ("2025-04-06T02:00:00Z", 60)]),
        ZoneYear("Africa/Cairo", 2025, 120, [("2025-04-24T22:00:00Z", 180), ("2025-10-30T21:00:00Z", 120)]),
        ZoneYear("Asia/Beirut", 2025, 120, [("2025-03-29T22:00:00Z", 180), ("2025-10-25T21:00:00Z", 120)]),
        ZoneYear("Asia/Jerusalem", 2025, 120, [("2025-03-28T00:00:00Z", 180), ("2025-10-25T23:00:00Z", 120)]),
        ZoneYear("Asia/Tehran", 2022, 210, [("2022-03-21T20:30:00Z", 270), ("2022-09-21T19:30:00Z", 210)]),
        ZoneYear("Asia/Kathmandu", 2025, 345, []),
        ZoneYear("Asia/Kolkata", 2025, 330, []),
        ZoneYear("Australia/Adelaide", 2025, 630, [("2025-04-05T16:30:00Z", 570), ("2025-10-04T16:30:00Z", 630)]),
        // Half an hour.
        ZoneYear("Australia/Lord_Howe", 2025, 660, [("2025-04-05T15:00:00Z", 630), ("2025-10-04T15:30:00Z", 660)]),
        ZoneYear("Pacific/Chatham", 2025, 825, [("2025-04-05T14:00:00Z", 765), ("2025-09-27T14:00:00Z", 825)]),
        // It had no 30 December.
        ZoneYear(
            "Pacific/Apia",
            2011,
            -600,
            [("2011-04-02T14:00:00Z", -660), ("2011-09-24T14:00:00Z", -600), ("2011-12-30T10:00:00Z", 840)]
        ),
        // Two hours.
        ZoneYear("Antarctica/Troll", 2025, 0, [("2025-03-30T01:00:00Z", 120), ("2025-10-26T01:00:00Z", 0)]),
    ]
}

extension WallTime {
    /// A time of a test's table.
    static func at(_ text: String) -> WallTime {
        guard let time = WallTime(rfc3339: text) else {
            Issue.record("\(text) is not a time")
            return .epoch
        }
        return time
    }
}
