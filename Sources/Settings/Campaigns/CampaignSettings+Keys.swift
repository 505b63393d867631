import DialerCore

extension CampaignSettings {
    /// Every key that a settings file may have (interface, section 4), nested ones dotted.
    package static let keys: [String] =
        CallArgument.allCases.map(\.rawValue)
        + [
            "calls_per_second", "max_calls_in_flight", "priority", "start_at", "end_at",
            "calling_hours", "calling_hours.timezone", "calling_hours.skip_dates",
            "retry.max_attempts", "attempt_limits", "in_doubt", "allow_duplicate_file",
            "default_country", "default_timezone",
        ]
        + Weekdays.days.keys.map { "calling_hours." + $0 }
        + RetryPolicy.retriable.map { "retry." + $0.rawValue }

    /// Puts one source of settings over another, key by key; only the days of `calling_hours` go as a whole, since a day
    /// that is not listed is closed.
    ///
    /// - Parameter prefix: of the keys: `defaults.` or nothing.
    static func merge(_ upper: [String: Setting], over lower: [String: Setting], prefix: String = "")
        -> [String: Setting]
    {
        let dayKeys = Set(Weekdays.days.keys.map { "\(prefix)calling_hours.\($0)" } + ["\(prefix)calling_hours"])
        let namesDays = upper.keys.contains { dayKeys.contains($0) }
        let kept = namesDays ? lower.filter { !dayKeys.contains($0.key) } : lower
        return kept.merging(upper) { $1 }
    }
}
