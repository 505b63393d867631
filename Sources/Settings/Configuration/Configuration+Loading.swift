import DialerCore

extension Configuration {
    /// Reads the file, puts the environment over it and checks everything.
    ///
    /// - Parameters:
    ///   - file: its path; it must exist.
    ///   - environment: the process's environment. `DIALERD_…` and `PLIVO_AUTH_ID` override keys of the file.
    ///   - needsToken: false for a command that never talks to Plivo, such as `status`. The user of such a command need
    ///     not be allowed to read the token, which is then empty.
    ///   - whyDenied: a sentence about a file that this user may not read, with the remedy.
    /// - Throws: every problem at once.
    package static func load(
        file: String,
        environment: [String: String],
        needsToken: Bool = true,
        whyDenied: @escaping (String) -> String? = { _ in nil }
    ) throws(SettingsError) -> Configuration {
        let document: SettingsDocument
        do throws(SmallFile.Problem) {
            document = SettingsDocument(bytes: try SmallFile.read(file), catalog: catalog)
        } catch {
            if error.isDenied { throw SettingsError([SettingsProblem(denied: file, whyDenied(file))]) }
            let remedy = error.isMissing ? ": create it, or name another with --config or $DIALERD_CONFIG" : ""
            throw SettingsError([
                SettingsProblem(key: "", message: "the configuration file \(file) \(error.message)\(remedy)")
            ])
        }
        guard document.isReadable else { throw SettingsError(document.problems) }
        let overrides = EnvironmentOverrides(environment, catalog: catalog)
        var reader = ConfigurationReader(
            table: SettingsTable(
                settings: CampaignSettings.merge(overrides.settings, over: document.settings, prefix: "defaults."),
                problems: document.problems + overrides.problems
            ),
            tokenSource: AuthTokenSource(environment: environment, whyDenied: whyDenied),
            needsToken: needsToken,
            timeZones: SystemTimeZones(environment: environment)
        )
        let configuration = reader.configuration()
        guard let configuration, reader.table.problems.isEmpty else { throw SettingsError(reader.table.problems) }
        return configuration
    }
}
