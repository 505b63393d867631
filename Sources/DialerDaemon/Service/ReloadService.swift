import Dispatch
import Glibc
import Logging
import ServiceLifecycle
import Settings

/// SIGHUP: the configuration is read again. A wrong one is refused as a whole, and the old one stays in force.
struct ReloadService: Service {
    let live: LiveConfiguration
    let load: @Sendable () throws -> Configuration
    /// Puts a good one into force. Throws a sentence, and then all is as before.
    let apply: @Sendable (Configuration) throws -> Void
    /// After all is in force.
    let applied: @Sendable () -> Void
    let manager: ServiceManager
    let logger: Logger

    func run() async throws {
        // From `StopSignals` on, the signal is ignored until this is here.
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
