import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import ServiceLifecycle
import Settings

/// Archives campaigns that ended long ago, and keeps the database and its log from growing without bound.
///
/// Whoever dials shares the database with it: it works in slices of some milliseconds and leaves most of the time to others.
struct HousekeepingService: Service {
    /// The first minutes after a start belong to what has waited for it.
    private static let firstRound = Duration.seconds(300)
    private static let roundInterval = Duration.seconds(3600)
    private static let firstTidying = Duration.seconds(5)
    private static let tidyingInterval = Duration.seconds(60)
    private static let longestLog: Int64 = 64 << 20
    /// Of one transaction.
    private static let rows = 100
    private static let pages = 100
    /// Pages that are not given back: the next calls need some.
    private static let reserve = 1024
    private static let shortestPause = Duration.milliseconds(20)

    private let store: Store
    private let folder: CampaignFolder
    private let configuration: LiveConfiguration
    private let logger: Logger
    private let stop = StopFlag()
    private let queue = DispatchQueue(label: "dialerd.housekeeping", qos: .utility)

    init(store: Store, folder: CampaignFolder, configuration: LiveConfiguration, logger: Logger) {
        self.store = store
        self.folder = folder
        self.configuration = configuration
        self.logger = logger
    }

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        let (first, interval) = (Self.firstTidying, Self.tidyingInterval)
                        await repeatedly(after: first, every: interval, "the log cannot be cut") {
                            try await onQueue { try tidy() }
                        }
                    }
                    group.addTask {
                        await repeatedly(after: Self.firstRound, every: Self.roundInterval, "archiving fails") {
                            try await round()
                        }
                    }
                }
            }
        } onCancelOrGracefulShutdown: {
            stop.set()
        }
    }

    /// What fails is said once, and tried again the next time.
    private func repeatedly(
        after first: Duration,
        every interval: Duration,
        _ trouble: Logger.Message,
        _ body: () async throws -> Void
    ) async {
        var isFailing = false
        var wait = first
        while (try? await Task.sleep(for: wait)) != nil {
            do {
                try await body()
                isFailing = false
            } catch is CancellationError {
                return
            } catch {
                if !isFailing { logger.warning(trouble, metadata: ["reason": "\(error)"]) }
                isFailing = true
            }
            wait = interval
        }
    }

    /// An idle daemon is a small one.
    private func tidy() throws {
        _ = try store.cutLog(above: Self.longestLog)
        guard try !store.isBusy() else { return }
        store.releaseMemory()
        ProcessMemory.release()
    }

    private func round() async throws {
        let instant = SystemClock.wall - configuration.current.retention
        var problem: (any Error)?
        for campaign in try await onQueue({ try store.archivableCampaigns(endedBefore: instant) }) {
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
        let isArchived = try await onQueue {
            // Anew, whatever is there: a late record or an operator may have changed something since.
            try file.write(from: store) { stop.isSet }
            return try store.archive(campaign.id, endedBefore: instant, at: SystemClock.wall)
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
            guard try await onQueue(body) else { return }
            try await Task.sleep(for: max(Self.shortestPause, start.duration(to: .now) * 3))
        }
    }

    private func onQueue<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
