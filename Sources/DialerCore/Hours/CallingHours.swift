/// When people may be called (docs/configuration.md, "Calling hours").
package struct CallingHours: Hashable, Sendable, Codable {
    /// An IANA name. Nil: the recipient's zone, or all possible zones if the number may lie in several.
    package var zone: String?
    /// Seven lists, Monday's first, of the windows that open on that day. An empty list: closed.
    package var days: [[DayWindow]]
    /// Dates without calls, by the same clock as the windows.
    package var skipDates: Set<CivilDate>

    package init(zone: String? = nil, days: [[DayWindow]], skipDates: Set<CivilDate> = []) {
        self.zone = zone
        self.days = days
        self.skipDates = skipDates
    }

    /// Every day by the recipient's clock: the default.
    package static let standard = everyDay(standardWindow)
    package static let standardWindow = DayWindow(opens: 8 * 60, closes: 21 * 60)
    /// Every hour of every day.
    package static let always = everyDay(DayWindow(opens: 0, closes: 24 * 60))

    package static func everyDay(_ window: DayWindow) -> CallingHours {
        CallingHours(days: Array(repeating: [window], count: 7))
    }
}

/// A period of a day by the wall clock.
package struct DayWindow: Hashable, Sendable, Codable {
    /// Minutes after midnight, 0 to 1439.
    package var opens: Int
    /// Minutes after the same midnight, `opens + 1` to `opens + 1440`. Above 1440 the window ends on the next day.
    package var closes: Int

    package init(opens: Int, closes: Int) {
        self.opens = opens
        self.closes = closes
    }

    /// The text in a settings file: `09:00-20:00`.
    package var settingText: String {
        func text(_ minutes: Int) -> String {
            [minutes / 60, minutes % 60].map { Int64($0).padded(to: 2) }.joined(separator: ":")
        }
        return "\(text(opens))-\(text(closes > 1440 ? closes - 1440 : closes))"
    }
}
