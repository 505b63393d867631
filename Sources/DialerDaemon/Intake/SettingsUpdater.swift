import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import Settings

/// Applies changed settings files of campaigns that have not ended to every contact that has not been dialed. A file
/// with problems is refused with the reason, and the campaign keeps its settings.
final class SettingsUpdater: @unchecked Sendable {
    // Unchecked: `versions` is used on `queue` only.

    /// A version of a settings file.
    private struct Version {
        var stamp: FileStamp
        /// Whether the file was read. A file is read once two checks in a row find it unchanged.
        var wasRead = false
    }

    private let folder: CampaignFolder
    private let store: Store
    private let configuration: LiveConfiguration
    private let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.settings", qos: .utility)
    /// The version of each campaign's file at the last check.
    private var versions: [CampaignID: Version] = [:]

    init(folder: CampaignFolder, store: Store, configuration: LiveConfiguration, logger: Logger) {
        self.folder = folder
        self.store = store
        self.configuration = configuration
        self.logger = logger
    }

    /// Checks every file once.
    ///
    /// - Throws: ``FolderError``, ``StoreError``.
    func check() async throws {
        try await queue.run {
            let campaigns = try self.store.changeableCampaigns()
            self.versions = self.versions.filter { version in campaigns.contains { $0.id == version.key } }
            for campaign in campaigns { try self.check(campaign) }
        }
    }

    private func check(_ campaign: ChangeableCampaign) throws {
        dispatchPrecondition(condition: .onQueue(queue))
        guard let stamp = try folder.settingsStamp(campaign: campaign.name) else { return }
        guard let version = versions[campaign.id], version.stamp == stamp else {
            versions[campaign.id] = Version(stamp: stamp)
            return
        }
        guard !version.wasRead else { return }
        try read(campaign)
        versions[campaign.id]?.wasRead = true
    }

    private func read(_ campaign: ChangeableCampaign) throws {
        let bytes: [UInt8]
        do throws(SmallFile.Problem) {
            bytes = try folder.settings(campaign: campaign.name)
        } catch {
            return try refuse(campaign, "\(campaign.name).yaml \(error.message)", sha256: nil)
        }
        let sha256 = ContentHash.sha256(bytes)
        guard sha256 != campaign.settingsSHA256 else { return }
        let settings: CampaignSettings
        do throws(SettingsError) {
            let reader = CampaignSettingsReader(configuration: configuration.current)
            settings = try reader.settings(yaml: bytes, changing: campaign.settings)
        } catch {
            let problems = error.problems.map { "\(campaign.name).yaml: \($0)" }.joined(separator: " ")
            return try refuse(campaign, problems, sha256: sha256)
        }
        guard try store.changeSettings(of: campaign.id, to: settings, sha256: sha256) == .done else { return }
        logger.notice("changed settings are in force", metadata: ["campaign": "\(campaign.name)"])
    }

    private func refuse(_ campaign: ChangeableCampaign, _ problem: String, sha256: String?) throws {
        let sentence = "the changed settings are not in force: \(problem)"
        try store.refuseSettings(of: campaign.id, because: sentence, sha256: sha256)
        logger.warning("changed settings refused", metadata: ["campaign": "\(campaign.name)", "reason": "\(problem)"])
    }
}
