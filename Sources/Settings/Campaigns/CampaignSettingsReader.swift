package import DialerCore

/// Reads a campaign's own settings over the defaults of `dialerd.yaml`.
package struct CampaignSettingsReader: Sendable {
    private let defaults: CampaignDefaults
    private let limits: DialingLimits
    private let timeZones: any TimeZones

    package init(configuration: Configuration) {
        defaults = configuration.defaults
        limits = configuration.limits
        timeZones = configuration.timeZones
    }

    private static let catalog = KeyCatalog(CampaignSettings.keys)

    /// Reads a settings file. Each key of the file replaces the same key of the defaults, also the keys below `retry`;
    /// only the days of `calling_hours` are replaced as a whole.
    ///
    /// - Parameter yaml: the bytes of `NAME.yaml`; nil without such a file.
    /// - Returns: the settings, which may lack required keys: see ``CampaignSettings/missingKeys``.
    /// - Throws: every problem at once.
    package func settings(yaml: [UInt8]?) throws(SettingsError) -> CampaignSettings {
        let document = SettingsDocument(bytes: yaml ?? [], catalog: Self.catalog)
        let merged = CampaignSettings.merge(document.settings, over: defaults.settings)
        let table = SettingsTable(settings: merged, problems: document.problems)
        var draft = CampaignDraft(table: table, limits: limits, timeZones: timeZones)
        let settings = draft.read()
        guard draft.table.problems.isEmpty else { throw SettingsError(draft.table.problems) }
        return settings
    }

    /// Reads the changed settings file of a campaign that has not ended.
    ///
    /// - Throws: every problem at once; a change of `default_country` is a problem.
    package func settings(yaml: [UInt8], changing old: CampaignSettings) throws(SettingsError) -> CampaignSettings {
        let settings = try settings(yaml: yaml)
        var problems = settings.missingKeys.map { SettingsProblem(key: $0, message: "is missing") }
        if settings.defaultCountry != old.defaultCountry {
            let message = "cannot be changed any more: the numbers of the file have been read by it"
            problems.append(SettingsProblem(key: CampaignKey.defaultCountry.name, message: message))
        }
        guard problems.isEmpty else { throw SettingsError(problems) }
        return settings
    }
}

extension CampaignSettings {
    /// Required keys that are missing both in the file and in the defaults. The CSV waits until they are set.
    package var missingKeys: [String] {
        (callerIDs.isEmpty ? [CallArgument.from.rawValue] : [])
            + (arguments[.answerURL] == nil ? [CallArgument.answerURL.rawValue] : [])
    }
}
