import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import ServiceLifecycle

/// Watches the folder and imports its files when they are complete. It scans the folder after events from the kernel,
/// at the times that the ``IntakeClock`` names, and every 30 seconds.
final class IntakeService: Service, @unchecked Sendable {
    // Unchecked: `clock`, `recordedWaiting`, `nextScan` and `nextScanAt` are used on `queue` only.

    private static let scanInterval = DispatchTimeInterval.seconds(30)
    /// The wait after an error of the folder or the database.
    private static let errorPause = Duration.seconds(10)

    private let folder: CampaignFolder
    private let store: Store
    private let intake: CampaignIntake
    private let configuration: LiveConfiguration
    private let logger: Logger
    private let stop = StopFlag()
    private let queue = DispatchQueue(label: "dialerd.intake", qos: .utility)
    private var clock = IntakeClock()
    /// The list of waiting files that this process has last written to the database.
    private var recordedWaiting: [WaitingFile]?
    private var nextScan: DispatchWorkItem?
    private var nextScanAt: MonotonicTime?

    init(folder: CampaignFolder, store: Store, configuration: LiveConfiguration, logger: Logger) {
        self.folder = folder
        self.store = store
        self.logger = logger
        self.configuration = configuration
        intake = CampaignIntake(
            folder: folder,
            store: store,
            configuration: configuration,
            logger: logger,
            isStopping: { [stop] in stop.isSet }
        )
    }

    func run() async throws {
        try await queue.run { try self.intake.recover() }
        let watcher = watch()
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now(), repeating: Self.scanInterval)
        timer.setEventHandler { self.scan() }
        timer.resume()
        try? await gracefulShutdown()
        stop.set()
        timer.cancel()
        await queue.run { self.nextScan?.cancel() }
        withExtendedLifetime(watcher) {}
    }

    /// Tries files that wait for settings again, after a change of `defaults`.
    func configurationChanged() {
        queue.async {
            self.clock.forgetHolds()
            self.scan()
        }
    }

    private var defaultsSuffice: Bool {
        let sources = CampaignSources(configuration: configuration.current)
        return (try? sources.settings(at: nil, followLinks: false))?.missing.isEmpty ?? false
    }

    private func watch() -> FolderWatcher? {
        do throws(FolderWatcher.Failure) {
            return try FolderWatcher(path: folder.path) { events in
                self.queue.async {
                    for case (let file, let hint?) in events { self.clock.note(hint, file: file) }
                    // A file that is being copied causes thousands of events; a single scan serves them all.
                    self.scan(after: .milliseconds(100))
                }
            }
        } catch {
            logger.warning("\(error)")
            return nil
        }
    }

    /// Schedules a scan, unless an earlier one is scheduled.
    private func scan(after delay: Duration) {
        dispatchPrecondition(condition: .onQueue(queue))
        let instant = SystemClock.monotonic + delay
        if let nextScanAt, nextScanAt <= instant { return }
        nextScan?.cancel()
        let item = DispatchWorkItem { self.scan() }
        nextScan = item
        nextScanAt = instant
        queue.asyncAfter(deadline: .now() + .milliseconds(Int(delay.milliseconds)), execute: item)
    }

    private func scan() {
        dispatchPrecondition(condition: .onQueue(queue))
        nextScanAt = nil
        guard !stop.isSet else { return }
        do {
            let now = SystemClock.monotonic
            let decision = clock.decide(
                try folder.scan(),
                writers: folder.writers(ofFile:),
                defaultsSuffice: defaultsSuffice,
                now: now
            )
            try record(waiting: decision.waiting)
            for entry in decision.take { take(entry) }
            if !decision.take.isEmpty {
                scan(after: .zero)
            } else if let wakeAt = decision.wakeAt {
                scan(after: max(wakeAt - now, .milliseconds(10)))
            }
        } catch {
            logger.error("the watched folder cannot be read", metadata: ["reason": "\(error)"])
            scan(after: Self.errorPause)
        }
    }

    private func take(_ entry: FolderEntry) {
        dispatchPrecondition(condition: .onQueue(queue))
        do {
            if case .waiting(let reason) = try intake.take(entry) { clock.hold(entry, reason: reason) }
        } catch {
            logger.error("a file cannot be imported yet", metadata: ["file": "\(entry.name)", "reason": "\(error)"])
            clock.hold(entry, reason: "\(error)", until: SystemClock.monotonic + Self.errorPause)
        }
    }

    /// Writes the list of waiting files into the database, for `status`, if it has changed.
    private func record(waiting files: [WaitingFile]) throws {
        dispatchPrecondition(condition: .onQueue(queue))
        guard files != recordedWaiting else { return }
        try store.setWaitingFiles(files)
        recordedWaiting = files
    }
}
