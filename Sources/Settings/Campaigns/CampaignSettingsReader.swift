package import DialerCore

/// Reads a campaign's own settings over the defaults of `dialerd.yaml`.
package struct CampaignSettingsReader: Sendable {
    /// The result of reading a settings file, or of having none.
    package enum Reading: Hashable, Sendable {
        case complete(CampaignSettings)
        /// Without a problem, but these keys are missing both in the file and in `defaults`: the CSV waits for them.
        case insufficient(missing: [String])
    }

    private let defaults: CampaignDefaults
    private let limits: DialingLimits
    private let timeZones: any TimeZones

    package init(configuration: Configuration) {
        defaults = configuration.defaults
        limits = configuration.limits
        timeZones = configuration.timeZones
    }

    private static let catalog = KeyCatalog(CampaignSettings.keys)

    /// - Parameter yaml: the bytes of `NAME.yaml`; nil when there is none.
    /// - Throws: every problem at once. A key of the file replaces that key of the defaults; below `retry` too, key by
    ///   key, but the days of `calling_hours` as a whole.
    package func read(yaml: [UInt8]?) throws(SettingsError) -> Reading {
        let settings = try settings(yaml: yaml)
        let missing = settings.missingKeys
        return missing.isEmpty ? .complete(settings) : .insufficient(missing: missing)
    }

    /// The same, maybe incomplete: see ``CampaignSettings/missingKeys``.
    package func settings(yaml: [UInt8]?) throws(SettingsError) -> CampaignSettings {
        let document = SettingsDocument(bytes: yaml ?? [], catalog: Self.catalog)
        let merged = CampaignSettings.merge(document.settings, over: defaults.settings)
        let table = SettingsTable(settings: merged, problems: document.problems)
        var draft = CampaignDraft(table: table, limits: limits, timeZones: timeZones)
        let settings = draft.read()
        guard draft.table.problems.isEmpty else { throw SettingsError(draft.table.problems) }
        return settings
    }

    /// Reads the changed settings file of a campaign that is under way.
    ///
    /// - Throws: every problem at once; a change of `default_country` is one.
    package func settings(yaml: [UInt8], changing old: CampaignSettings) throws(SettingsError) -> CampaignSettings {
        let settings = try settings(yaml: yaml)
        var problems = settings.missingKeys.map { SettingsProblem(origin: .file, key: $0, message: "is missing") }
        if settings.defaultCountry != old.defaultCountry {
            let message = "cannot be changed any more: the numbers of the file have been read by it"
            problems.append(SettingsProblem(origin: .file, key: CampaignKey.defaultCountry.name, message: message))
        }
        guard problems.isEmpty else { throw SettingsError(problems) }
        return settings
    }
}

extension CampaignSettings {
    /// Required keys that are not given.
    package var missingKeys: [String] {
        var missing: [String] = []
        if callerIDs.isEmpty { missing.append(CallArgument.from.rawValue) }
        if arguments[.answerURL] == nil { missing.append(CallArgument.answerURL.rawValue) }
        return missing
    }
}
