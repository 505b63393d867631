import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging

/// Writes `accepted/NAME/results.csv` in the background when a campaign has ended, and tries again until the file is
/// written.
struct ResultsExporter: Sendable {
    private static let retryDelay = DispatchTimeInterval.seconds(5)

    let store: Store
    let folder: CampaignFolder
    let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.results", qos: .utility)

    /// - Parameters:
    ///   - isRetry: if true, a further error is not logged.
    ///   - done: called on the exporter's queue when the file is on disk.
    func export(_ campaign: CampaignID, isRetry: Bool = false, done: @escaping @Sendable () -> Void) {
        queue.async {
            do {
                try write(campaign)
                done()
            } catch {
                if !isRetry { logger.error("results.csv cannot be written yet", metadata: ["reason": "\(error)"]) }
                queue.asyncAfter(deadline: .now() + Self.retryDelay) {
                    export(campaign, isRetry: true, done: done)
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
