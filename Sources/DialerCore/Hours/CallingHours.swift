/// When people may be called (interface, section 4: `calling_hours`).
package struct CallingHours: Hashable, Sendable, Codable {
    /// An IANA name; nil: the recipient's own zone, or zones where the number may lie in several.
    package var zone: String?
    /// Seven lists, Monday's first: the windows that open on that day. An empty list: closed.
    package var days: [[DayWindow]]
    /// Dates on which nobody is called, in the zone that counts.
    package var skipDates: Set<CivilDate>

    package init(zone: String? = nil, days: [[DayWindow]], skipDates: Set<CivilDate> = []) {
        self.zone = zone
        self.days = days
        self.skipDates = skipDates
    }

    /// Every day by the recipient's clock: the default.
    package static let standard = everyDay(standardWindow)
    package static let standardWindow = DayWindow(opens: 8 * 60, closes: 21 * 60)
    /// At any hour of any day.
    package static let always = everyDay(DayWindow(opens: 0, closes: 24 * 60))

    package static func everyDay(_ window: DayWindow) -> CallingHours {
        CallingHours(days: Array(repeating: [window], count: 7))
    }
}

/// A stretch of a day's wall clock.
package struct DayWindow: Hashable, Sendable, Codable {
    /// Minutes after midnight, 0 to 1439.
    package var opens: Int
    /// Minutes after the same midnight, `opens + 1` to `opens + 1440`: beyond 1440 it runs into the next day.
    package var closes: Int

    package init(opens: Int, closes: Int) {
        self.opens = opens
        self.closes = closes
    }

    /// As a settings file has it: `09:00-20:00`.
    package var settingText: String {
        func text(_ minutes: Int) -> String {
            [minutes / 60, minutes % 60].map { Int64($0).padded(to: 2) }.joined(separator: ":")
        }
        return "\(text(opens))-\(text(closes > 1440 ? closes - 1440 : closes))"
    }
}
