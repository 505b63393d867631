import DialerCore

extension CampaignSettings {
    /// Every key that a settings file may have (docs/configuration.md, "Campaign settings"). Nested keys are dotted.
    package static let keys: [String] =
        CallArgument.allCases.map(\.rawValue) + CampaignKey.all.map(\.name) + dayKeys

    private static let dayKeys = Weekdays.days.keys.map { "\(CampaignKey.callingHours.name).\($0)" }

    /// Puts one source of settings over another, key by key; only the days of `calling_hours` are replaced as a whole, since
    /// a day that is not listed is closed.
    ///
    /// - Parameter prefix: the beginning of every key: `defaults.` or nothing.
    static func merge(_ upper: [String: Setting], over lower: [String: Setting], prefix: String = "")
        -> [String: Setting]
    {
        let days = Set((dayKeys + [CampaignKey.callingHours.name]).map { prefix + $0 })
        let namesDays = upper.keys.contains { days.contains($0) }
        let kept = namesDays ? lower.filter { !days.contains($0.key) } : lower
        return kept.merging(upper) { $1 }
    }
}
