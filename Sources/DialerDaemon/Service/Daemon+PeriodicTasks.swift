import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import ServiceLifecycle
import Settings

extension Daemon {
    /// In bytes: a longer write-ahead log of the database is shortened.
    private static let longestLog: Int64 = 64 << 20

    /// The tasks that the daemon repeats. A new one is added here.
    func periodicServices(store: Store, folder: CampaignFolder) -> [any Service] {
        let settings = SettingsUpdater(folder: folder, store: store, configuration: live, logger: logger)
        let archiver = Archiver(store: store, folder: folder, logger: logger)
        let queue = DispatchQueue(label: "dialerd.housekeeping", qos: .utility)
        return [
            PeriodicService(
                interval: .seconds(2),
                failure: "settings files of campaigns cannot be checked",
                logger: logger,
                task: settings.check
            ),
            PeriodicService(
                interval: .seconds(60),
                firstDelay: .seconds(5),
                failure: "the write-ahead log of the database cannot be shortened",
                logger: logger
            ) {
                try await queue.run { try Self.releaseResources(of: store) }
            },
            PeriodicService(
                interval: .seconds(3600),
                // The first minutes are left to work that has waited for the start.
                firstDelay: .seconds(300),
                failure: "ended campaigns cannot be archived",
                logger: logger
            ) { [live] in
                try await archiver.round(endedBefore: SystemClock.wall - live.current.retention)
            },
        ]
    }

    /// Limits the size of the write-ahead log, and the memory of an idle daemon.
    private static func releaseResources(of store: Store) throws {
        _ = try store.cutLog(above: longestLog)
        guard try !store.isBusy() else { return }
        store.releaseMemory()
        ProcessMemory.release()
    }
}
