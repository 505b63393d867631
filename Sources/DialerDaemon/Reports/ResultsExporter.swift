import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging

/// Writes `accepted/NAME/results.csv` in the background when a campaign is over, and tries again until that succeeds.
struct ResultsExporter: Sendable {
    private static let retryDelay = DispatchTimeInterval.seconds(5)

    let store: Store
    let folder: CampaignFolder
    let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.results", qos: .utility)

    init(store: Store, folder: CampaignFolder, logger: Logger) {
        self.store = store
        self.folder = folder
        self.logger = logger
    }

    /// - Parameter done: called on the exporter's queue when the file is on disk.
    func export(_ campaign: CampaignID, done: @escaping @Sendable () -> Void) {
        export(campaign, isFirstTry: true, done: done)
    }

    private func export(_ campaign: CampaignID, isFirstTry: Bool, done: @escaping @Sendable () -> Void) {
        queue.async {
            do {
                try write(campaign)
                done()
            } catch {
                // Logged once, not at every try.
                if isFirstTry {
                    logger.error("results.csv cannot be written yet", metadata: ["reason": "\(error)"])
                }
                queue.asyncAfter(deadline: .now() + Self.retryDelay) {
                    export(campaign, isFirstTry: false, done: done)
                }
            }
        }
    }

    private func write(_ campaign: CampaignID) throws {
        dispatchPrecondition(condition: .onQueue(queue))
        guard let name = try store.name(of: campaign) else { return }
        let file = ResultsFile(campaign: name, in: folder)
        try file.write(from: store)
        logger.info("results written", metadata: ["campaign": "\(name)", "file": "\(file.path)"])
    }
}
