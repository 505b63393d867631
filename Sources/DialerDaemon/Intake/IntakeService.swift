import CampaignFiles
import DialerCore
import DialerStore
import Dispatch
import Logging
import ServiceLifecycle

/// Watches the folder and takes what is complete: woken by the kernel, by the clock and every 30 seconds.
final class IntakeService: Service, @unchecked Sendable {
    // Unchecked: `clock`, `shown`, `wake` and `wakeAt` are used on `queue` only.

    private static let scanInterval = DispatchTimeInterval.seconds(30)
    /// How long a folder or database that fails is left alone.
    private static let troublePause = Duration.seconds(10)

    private let folder: CampaignFolder
    private let store: Store
    private let intake: CampaignIntake
    private let configuration: LiveConfiguration
    private let logger: Logger
    private let stop: StopFlag
    private let queue = DispatchQueue(label: "dialerd.intake", qos: .utility)
    private var clock = IntakeClock()
    private var shown: [WaitingFile]?
    private var wake: DispatchWorkItem?
    private var wakeAt: MonotonicTime?

    init(folder: CampaignFolder, store: Store, configuration: LiveConfiguration, logger: Logger) {
        self.folder = folder
        self.store = store
        self.logger = logger
        self.configuration = configuration
        let stopping = StopFlag()
        stop = stopping
        intake = CampaignIntake(
            folder: folder,
            store: store,
            configuration: configuration,
            logger: logger,
            isStopping: { stopping.isSet }
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
        await queue.run { self.wake?.cancel() }
        withExtendedLifetime(watcher) {}
    }

    /// What waits for settings may have all that it needs now.
    func lookAgain() {
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
        do throws(FolderWatcherError) {
            return try FolderWatcher(path: folder.path) { events in
                self.queue.async {
                    for case (let file, let hint?) in events { self.clock.note(hint, file: file) }
                    // A file being copied rings the bell a thousand times: one look serves them all.
                    self.scan(after: .milliseconds(100))
                }
            }
        } catch {
            logger.warning("\(error)")
            return nil
        }
    }

    /// Looks then, unless a look is due before that.
    private func scan(after delay: Duration) {
        dispatchPrecondition(condition: .onQueue(queue))
        let instant = SystemClock.monotonic + delay
        if let wakeAt, wakeAt <= instant { return }
        wake?.cancel()
        let item = DispatchWorkItem { self.scan() }
        wake = item
        wakeAt = instant
        queue.asyncAfter(deadline: .now() + .milliseconds(Int(delay.milliseconds)), execute: item)
    }

    private func scan() {
        dispatchPrecondition(condition: .onQueue(queue))
        wakeAt = nil
        guard !stop.isSet else { return }
        do {
            let now = SystemClock.monotonic
            let decision = clock.decide(
                try folder.scan(),
                writers: folder.writers(ofFile:),
                defaultsSuffice: defaultsSuffice,
                now: now
            )
            try show(decision.waiting)
            for entry in decision.take { take(entry) }
            if !decision.take.isEmpty {
                scan(after: .zero)
            } else if let wakeAt = decision.wakeAt {
                scan(after: max(wakeAt - now, .milliseconds(10)))
            }
        } catch {
            logger.error("the watched folder cannot be read", metadata: ["reason": "\(error)"])
            scan(after: Self.troublePause)
        }
    }

    private func take(_ entry: FolderEntry) {
        dispatchPrecondition(condition: .onQueue(queue))
        do {
            if case .waiting(let reason) = try intake.take(entry) { clock.hold(entry, reason: reason) }
        } catch {
            logger.error("a file cannot be imported yet", metadata: ["file": "\(entry.name)", "reason": "\(error)"])
            clock.hold(entry, reason: "\(error)", until: SystemClock.monotonic + Self.troublePause)
        }
    }

    /// Into the database, for `status`, when it has changed.
    private func show(_ waiting: [WaitingFile]) throws {
        dispatchPrecondition(condition: .onQueue(queue))
        guard waiting != shown else { return }
        try store.setWaitingFiles(waiting)
        shown = waiting
    }
}
