import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import ServiceLifecycle
import Settings

/// Looks after the settings files of campaigns that are under way: a change takes effect for whoever has not been dialled,
/// or is refused with a reason, and then all stays as it was.
final class SettingsService: Service, @unchecked Sendable {
    // Unchecked: `looks` and `isFailing` are used on `queue` only.

    private static let interval = DispatchTimeInterval.seconds(2)

    /// What was seen of one file.
    private struct Look {
        var stamp: FileStamp
        /// It had not changed since the look before, and was read.
        var isSettled = false
    }

    private let folder: CampaignFolder
    private let store: Store
    private let configuration: LiveConfiguration
    private let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.settings", qos: .utility)
    private var looks: [CampaignID: Look] = [:]
    private var isFailing = false

    init(folder: CampaignFolder, store: Store, configuration: LiveConfiguration, logger: Logger) {
        self.folder = folder
        self.store = store
        self.configuration = configuration
        self.logger = logger
    }

    func run() async throws {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now(), repeating: Self.interval)
        timer.setEventHandler { self.look() }
        timer.resume()
        try? await gracefulShutdown()
        timer.cancel()
        // A look that is under way ends before the database is closed.
        await queue.run {}
    }

    private func look() {
        dispatchPrecondition(condition: .onQueue(queue))
        do {
            let campaigns = try store.changeableCampaigns()
            looks = looks.filter { look in campaigns.contains { $0.id == look.key } }
            for campaign in campaigns { try look(at: campaign) }
            isFailing = false
        } catch {
            if !isFailing { logger.warning("settings files cannot be looked at", metadata: ["reason": "\(error)"]) }
            isFailing = true
        }
    }

    private func look(at campaign: ChangeableCampaign) throws {
        dispatchPrecondition(condition: .onQueue(queue))
        guard let stamp = try folder.settingsStamp(campaign: campaign.name) else { return }
        guard var look = looks[campaign.id], look.stamp == stamp else {
            looks[campaign.id] = Look(stamp: stamp)
            return
        }
        guard !look.isSettled else { return }
        try take(campaign)
        look.isSettled = true
        looks[campaign.id] = look
    }

    private func take(_ campaign: ChangeableCampaign) throws {
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
