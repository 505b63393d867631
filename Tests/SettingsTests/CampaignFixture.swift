import DialerCore
import Settings

/// Reads campaign settings as the daemon does, over the defaults of a configuration.
struct CampaignFixture {
    func read(_ yaml: String?, defaults: String = "") throws -> CampaignSettings {
        let indented = defaults.split(separator: "\n").map { "  \($0)\n" }.joined()
        let configuration = try ConfigurationFixture().load("limits: {calls_per_second: 10}\ndefaults:\n\(indented)")
        return try CampaignSettingsReader(configuration: configuration).settings(yaml: yaml.map { Array($0.utf8) })
    }

    func settings(_ yaml: String, defaults: String = "") throws -> CampaignSettings {
        let minimum = "from: 14155550100\nanswer_url: https://example.com/answer.xml\n"
        let settings = try read(yaml, defaults: minimum + defaults)
        guard settings.missingKeys.isEmpty else {
            throw SettingsError([SettingsProblem(key: "", message: "keys are missing")])
        }
        return settings
    }

    func problems(_ yaml: String, defaults: String = "") throws -> [String] {
        do {
            _ = try settings(yaml, defaults: defaults)
            return []
        } catch let error as SettingsError {
            return error.problems.map(\.description)
        }
    }
}
