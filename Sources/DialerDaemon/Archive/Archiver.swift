package import CampaignFiles
package import DialerCore
package import DialerStore
import Dispatch
package import Logging

/// Takes campaigns that ended long ago out of the database.
///
/// Whoever dials shares the database with it: it works in slices of some milliseconds and leaves most of the time to others.
package struct Archiver: Sendable {
    /// Of one transaction.
    private static let rows = 100
    private static let pages = 100
    /// Pages that are not given back: the next calls need some.
    private static let reserve = 1024
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

    /// Archives every campaign that ended before `instant` and of which nothing is under way, and removes what is not needed
    /// any more. A cancelled one goes on with the next round.
    ///
    /// - Throws: `CancellationError`; ``FolderError`` when a results file cannot be written, after all that can be done;
    ///   ``StoreError``.
    package func round(endedBefore instant: WallTime) async throws {
        var problem: FolderError?
        for campaign in try await run({ try store.archivableCampaigns(endedBefore: instant) }) {
            do {
                try await archive(campaign, endedBefore: instant)
            } catch let error as FolderError {
                // The others' files may be well.
                problem = problem ?? error
            }
        }
        try await slices { try store.removeArchivedRows(limit: Self.rows, at: SystemClock.wall) }
        try await slices { try store.forgetPastCalls(limit: Self.rows, at: SystemClock.wall) }
        try await slices { try store.giveBack(pages: Self.pages, keeping: Self.reserve) }
        if let problem { throw problem }
    }

    /// Nothing is removed before the results are on disk.
    private func archive(_ campaign: ArchivableCampaign, endedBefore instant: WallTime) async throws {
        let file = ResultsFile(campaign: campaign.name, in: folder)
        let stop = StopFlag()
        let isArchived = try await withTaskCancellationHandler {
            try await run {
                // Anew, whatever is there: a late record or an operator may have changed something since.
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

    /// Repeats a short transaction until nothing is left to do, with pauses longer than itself.
    private func slices(_ body: @escaping @Sendable () throws -> Bool) async throws {
        while true {
            let start = ContinuousClock.now
            guard try await run(body) else { return }
            try await Task.sleep(for: max(Self.shortestPause, start.duration(to: .now) * 3))
        }
    }

    private func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try Task.checkCancellation()
        return try await queue.run(body)
    }
}
