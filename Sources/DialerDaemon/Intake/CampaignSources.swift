package import CampaignFiles
package import DialerCore
import DialerStore
package import Settings

/// Reads a campaign's two files up to the first row. The import and `dialerd check` both use it, so that they refuse
/// the same files for the same reasons.
package struct CampaignSources: Sendable {
    let settingsReader: CampaignSettingsReader
    package let timeZones: any TimeZones

    package init(configuration: Configuration) {
        settingsReader = CampaignSettingsReader(configuration: configuration)
        timeZones = configuration.timeZones
    }

    /// The settings of a campaign: its settings file over the defaults of `dialerd.yaml`.
    package struct SettingsFile: Sendable {
        package var settings: CampaignSettings
        /// Required keys that are missing both in the file and in the defaults.
        package var missing: [String]
        /// Nil without a file.
        var sha256: String?
    }

    /// - Parameters:
    ///   - path: nil reads the defaults alone.
    ///   - followLinks: false refuses a symbolic link.
    /// - Throws: every problem at once.
    package func settings(at path: String?, followLinks: Bool) throws(FileRefusal) -> SettingsFile {
        let name = path.map { String($0.split(separator: "/").last ?? "") } ?? "defaults"
        var bytes: [UInt8]?
        do throws(SmallFile.Problem) {
            bytes = try path.map { path throws(SmallFile.Problem) in
                try SmallFile.read(path, followLinks: followLinks)
            }
        } catch {
            throw FileRefusal("\(name) \(error.message).")
        }
        do throws(SettingsError) {
            let settings = try settingsReader.settings(yaml: bytes)
            return SettingsFile(
                settings: settings,
                missing: settings.missingKeys,
                sha256: bytes.map(ContentHash.sha256)
            )
        } catch {
            throw FileRefusal(error.problems.map { "\(name): \($0)" })
        }
    }

    /// Opens a CSV with the settings of its campaign.
    package func csv(at path: String, _ settings: CampaignSettings) throws(FileRefusal) -> CampaignFile {
        try CampaignFile(
            path: path,
            callerIDs: settings.callerIDs,
            country: settings.defaultCountry.flatMap(Country.init),
            zoneRule: ZoneRule(settings, timeZones: timeZones)
        )
    }

    /// The refusal of a file that was imported before; nil if it is not refused.
    ///
    /// - Parameter campaign: the campaign that was imported from a file of the same content.
    package static func refusal(ofContentKnownAs campaign: String?, _ settings: CampaignSettings, name: String)
        -> String?
    {
        guard let campaign, !settings.allowDuplicateFile else { return nil }
        return "The same file was imported before, as campaign \(campaign). "
            + "To call its contacts again, set allow_duplicate_file: true in \(name).yaml."
    }
}
