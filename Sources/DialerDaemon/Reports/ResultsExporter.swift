import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Glibc
import Logging

/// Writes `accepted/NAME/results.csv` when a campaign is over, in the background, and again until it works.
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

    /// - Parameter done: called when the file is on disk.
    func export(_ campaign: CampaignID, done: @escaping @Sendable () -> Void) {
        queue.async {
            do {
                try write(campaign)
                done()
            } catch {
                logger.error("results.csv cannot be written yet", metadata: ["reason": "\(error)"])
                queue.asyncAfter(deadline: .now() + Self.retryDelay) { export(campaign, done: done) }
            }
        }
    }

    /// Under another name first: nobody ever sees half a file.
    private func write(_ campaign: CampaignID) throws {
        guard let name = try store.name(of: campaign), let columns = try store.columns(ofCampaign: name) else { return }
        let directory = folder.acceptedPath(campaign: name)
        let part = directory + "/.results.csv.part"
        let writer = try CSVWriter(path: part, header: ResultsTable.header(columns: columns))
        try store.forEachResult(ofCampaign: name) { page in
            for result in page { try writer.write(ResultsTable.fields(result)) }
        }
        try writer.finish()
        guard rename(part, directory + "/results.csv") == 0 else {
            throw FolderError(path: directory, errno: errno)
        }
        logger.info("results written", metadata: ["campaign": "\(name)", "file": "\(directory)/results.csv"])
    }
}
