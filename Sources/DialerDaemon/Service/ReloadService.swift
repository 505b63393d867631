import Dispatch
import Glibc
import Logging
import ServiceLifecycle
import Settings

/// Reads the configuration again at SIGHUP. If the new one has a problem, the old one stays in force as a whole.
final class ReloadService: Service {
    private enum State {
        case starting(isAsked: Bool)
        case running
    }

    private let live: LiveConfiguration
    private let load: @Sendable () throws -> Configuration
    private let apply: @Sendable (Configuration) throws -> Void
    private let applied: @Sendable () -> Void
    private let manager: ServiceManager
    private let logger: Logger
    private let queue = DispatchQueue(label: "dialerd.reload")
    private nonisolated(unsafe) let source: any DispatchSourceSignal
    /// On `queue` only.
    private nonisolated(unsafe) var state = State.starting(isAsked: false)

    /// Takes signals from here on: a reload that is asked for while the daemon starts follows the start.
    ///
    /// - Parameters:
    ///   - apply: puts a configuration without problems into force. If it throws, nothing has changed.
    ///   - applied: called once the configuration is in force.
    init(
        live: LiveConfiguration,
        load: @escaping @Sendable () throws -> Configuration,
        apply: @escaping @Sendable (Configuration) throws -> Void,
        applied: @escaping @Sendable () -> Void,
        manager: ServiceManager,
        logger: Logger
    ) {
        self.live = live
        self.load = load
        self.apply = apply
        self.applied = applied
        self.manager = manager
        self.logger = logger
        signal(SIGHUP, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: queue)
        source.setEventHandler { [weak self] in self?.handleSignal() }
        source.resume()
    }

    func run() async throws {
        queue.async { self.start() }
        try? await gracefulShutdown()
        source.cancel()
    }

    private func handleSignal() {
        dispatchPrecondition(condition: .onQueue(queue))
        switch state {
        case .starting: state = .starting(isAsked: true)
        case .running: reload()
        }
    }

    private func start() {
        dispatchPrecondition(condition: .onQueue(queue))
        let previous = state
        state = .running
        if case .starting(isAsked: true) = previous { reload() }
    }

    private func reload() {
        manager.tell(.reloading)
        defer { manager.tell(.ready) }
        do {
            let new = try load()
            let fixed = new.keysThatNeedARestart(beside: live.current)
            guard fixed.isEmpty else {
                return refuse(["\(fixed.joined(separator: ", ")) cannot change while the daemon runs: restart it"])
            }
            try apply(new)
            live.replace(with: new)
            applied()
            for warning in new.warnings { logger.warning("\(warning)") }
            logger.notice("the configuration has been read again and is in force")
        } catch let error as SettingsError {
            refuse(error.problems.map(\.description))
        } catch {
            refuse(["\(error)"])
        }
    }

    private func refuse(_ problems: [String]) {
        for problem in problems {
            logger.error("the changed configuration is not in force", metadata: ["reason": "\(problem)"])
        }
    }
}
