import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import ServiceLifecycle
import Settings

/// Archives campaigns that ended long ago, and keeps the database's log and the process from growing without bound.
struct HousekeepingService: Service {
    /// The first minutes after a start belong to what has waited for it.
    private static let firstRound = Duration.seconds(300)
    private static let roundInterval = Duration.seconds(3600)
    private static let firstTidying = Duration.seconds(5)
    private static let tidyingInterval = Duration.seconds(60)
    private static let longestLog: Int64 = 64 << 20

    private let store: Store
    private let archiver: Archiver
    private let configuration: LiveConfiguration
    private let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.housekeeping", qos: .utility)

    init(store: Store, folder: CampaignFolder, configuration: LiveConfiguration, logger: Logger) {
        self.store = store
        self.logger = logger
        self.configuration = configuration
        archiver = Archiver(store: store, folder: folder, logger: logger)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    let (first, interval) = (Self.firstTidying, Self.tidyingInterval)
                    await repeatedly(after: first, every: interval, "the log cannot be cut") {
                        try await queue.run { try tidy() }
                    }
                }
                group.addTask {
                    await repeatedly(after: Self.firstRound, every: Self.roundInterval, "archiving fails") {
                        try await archiver.round(endedBefore: SystemClock.wall - configuration.current.retention)
                    }
                }
            }
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
}
