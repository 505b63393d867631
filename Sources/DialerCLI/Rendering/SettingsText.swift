import DialerCore

/// Campaign settings in the form of a settings file.
enum SettingsText {
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// `mon-fri 09:00-20:00, sat 10:00-18:00, on the recipient's clock, not on 2026-12-25`.
    static func hours(_ hours: CallingHours) -> String {
        var parts: [String] = []
        var first = 0
        while first < hours.days.count {
            let windows = hours.days[first]
            let last = hours.days[first...].firstIndex { $0 != windows }.map { $0 - 1 } ?? hours.days.count - 1
            if !windows.isEmpty {
                parts.append("\(span(first, last)) \(windows.map(\.settingText).joined(separator: " and "))")
            }
            first = last + 1
        }
        if let zone = hours.zone {
            parts.append("on the clock of \(zone)")
        } else if hours != .always {
            parts.append("on the recipient's clock")
        }
        if !hours.skipDates.isEmpty {
            parts.append("not on " + hours.skipDates.sorted().map(\.description).joined(separator: " "))
        }
        return parts.joined(separator: ", ")
    }

    private static func span(_ first: Int, _ last: Int) -> String {
        if first == 0, last == days.count - 1 { return "every day" }
        return first == last ? days[first] : "\(days[first])-\(days[last])"
    }
}
