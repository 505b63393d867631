import Dispatch
import Glibc
import Logging
import ServiceLifecycle
import Settings

/// Reads the configuration again at SIGHUP. If the new one has a problem, the old one stays in force as a whole.
struct ReloadService: Service {
    let live: LiveConfiguration
    let load: @Sendable () throws -> Configuration
    /// Puts a configuration without problems into force. If it throws, nothing has changed.
    let apply: @Sendable (Configuration) throws -> Void
    /// Called once the configuration is in force.
    let applied: @Sendable () -> Void
    let manager: ServiceManager
    let logger: Logger

    func run() async throws {
        // `StopSignals` makes the process ignore the signal until this source exists.
        let source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: DispatchQueue(label: "dialerd.reload"))
        source.setEventHandler { reload() }
        source.resume()
        try? await gracefulShutdown()
        source.cancel()
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
