package import CampaignFiles
package import DialerCore
package import DialerStore
import Dispatch
package import Logging

/// Moves campaigns that ended long ago out of the database. The engine uses the database meanwhile, so the archiver works in
/// transactions of some milliseconds, with longer pauses between them.
package struct Archiver: Sendable {
    /// The most rows that one transaction removes, and the most pages that it gives back to the file system.
    private static let rows = 100
    private static let pages = 100
    /// The number of free pages that the file keeps, because the next calls need some.
    private static let reservedPages = 1024
    private static let shortestPause = Duration.milliseconds(20)

    private let store: Store
    private let folder: CampaignFolder
    private let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.archive", qos: .utility)

    package init(store: Store, folder: CampaignFolder, logger: Logger) {
        self.store = store
        self.folder = folder
        self.logger = logger
    }

    /// Archives every campaign that ended before `instant` and has no call in flight, and removes rows that are no
    /// longer needed. A canceled round is continued by the next round.
    ///
    /// - Throws: `CancellationError`; ``StoreError``; ``FolderError`` when a results file cannot be written, after everything
    ///   else is done.
    package func round(endedBefore instant: WallTime) async throws {
        var problem: FolderError?
        for campaign in try await run({ try store.archivableCampaigns(endedBefore: instant) }) {
            do {
                try await archive(campaign, endedBefore: instant)
            } catch let error as FolderError {
                // The next campaign is archived all the same: its file may be writable.
                problem = problem ?? error
            }
        }
        try await inSlices { try store.removeArchivedRows(limit: Self.rows, at: SystemClock.wall) }
        try await inSlices { try store.forgetPastCalls(limit: Self.rows, at: SystemClock.wall) }
        try await inSlices { try store.giveBack(pages: Self.pages, keeping: Self.reservedPages) }
        if let problem { throw problem }
    }

    /// Writes the results file, then marks the campaign as archived, so that its rows can be removed.
    private func archive(_ campaign: ArchivableCampaign, endedBefore instant: WallTime) async throws {
        let file = ResultsFile(campaign: campaign.name, in: folder)
        let stop = StopFlag()
        let isArchived = try await withTaskCancellationHandler {
            try await run {
                // An existing file is replaced: a late record or an operator may have changed results since.
                try file.write(from: store) { stop.isSet }
                return try store.archive(campaign.id, endedBefore: instant, at: SystemClock.wall)
            }
        } onCancel: {
            stop.set()
        }
        guard isArchived else { return }
        logger.info(
            "campaign archived",
            metadata: ["campaign": "\(campaign.name)", "contacts": "\(campaign.contacts)", "file": "\(file.path)"]
        )
    }

    /// Repeats a short transaction until it returns false. The pauses are three times as long as the transactions.
    private func inSlices(_ transaction: @escaping @Sendable () throws -> Bool) async throws {
        while true {
            let start = ContinuousClock.now
            guard try await run(transaction) else { return }
            try await Task.sleep(for: max(Self.shortestPause, start.duration(to: .now) * 3))
        }
    }

    private func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try Task.checkCancellation()
        return try await queue.run(body)
    }
}
