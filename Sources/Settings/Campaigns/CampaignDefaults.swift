package import DialerCore

/// `defaults` of `dialerd.yaml`: campaign settings that a campaign's own file leaves out. They are checked, but may be
/// incomplete.
package struct CampaignDefaults: Sendable {
    let settings: [String: Setting]

    /// The country of national numbers that belong to no campaign, such as those on the command line.
    package var country: Country? { settings[CampaignKey.defaultCountry.name]?.text.flatMap { Country($0) } }

    /// Takes the keys under `defaults.` and adds their problems to the table's problems.
    init(readingFrom table: inout SettingsTable, limits: DialingLimits, timeZones: any TimeZones) {
        let prefix = "defaults."
        var own: [String: Setting] = [:]
        for (key, setting) in table.settings where key.hasPrefix(prefix) {
            own[String(key.dropFirst(prefix.count))] = setting
        }
        // A problem that shows only together with a campaign's own file must not name a line of `dialerd.yaml`.
        settings = own.mapValues(\.withoutLine)
        let ownTable = SettingsTable(settings: own, prefix: prefix)
        var draft = CampaignDraft(table: ownTable, limits: limits, timeZones: timeZones)
        _ = draft.read()
        table.problems += draft.table.problems
    }
}
