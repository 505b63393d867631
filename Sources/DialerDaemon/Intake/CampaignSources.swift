package import CampaignFiles
package import DialerCore
import DialerStore
package import Settings

/// Reads a campaign's two files up to the first row: for the import, and for its rehearsal, which must refuse what the
/// import refuses, in the same words.
package struct CampaignSources: Sendable {
    let settingsReader: CampaignSettingsReader
    package let timeZones: any TimeZones

    package init(configuration: Configuration) {
        settingsReader = CampaignSettingsReader(configuration: configuration)
        timeZones = configuration.timeZones
    }

    /// A campaign's settings over the defaults.
    package struct SettingsFile: Sendable {
        package var settings: CampaignSettings
        /// Keys without which nobody can be called, and which are given nowhere.
        package var missing: [String]
        /// Nil when there is no file.
        var sha256: String?
    }

    /// - Parameters:
    ///   - path: nil when there are the defaults alone.
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

    /// Opens a CSV as the settings have it.
    package func csv(at path: String, _ settings: CampaignSettings) throws(FileRefusal) -> CampaignFile {
        try CampaignFile(
            path: path,
            callerIDs: settings.callerIDs,
            country: settings.defaultCountry.flatMap(Country.init),
            zoneRule: ZoneRule(settings, timeZones: timeZones)
        )
    }

    /// Why a file of known content is refused; nil if it is not.
    package static func refusal(ofContentKnownAs campaign: String?, _ settings: CampaignSettings, name: String)
        -> String?
    {
        guard let campaign, !settings.allowDuplicateFile else { return nil }
        return "The same file has been imported before, as campaign \(campaign): nobody is called twice by mistake. "
            + "To call them again, set allow_duplicate_file: true in \(name).yaml."
    }
}
