import Logging
import ServiceLifecycle

/// Repeats a task until the daemon stops. Of several failures in a row, only the first is logged.
struct PeriodicService: Service {
    let interval: Duration
    var firstDelay = Duration.zero
    /// The message of a failure.
    let failure: Logger.Message
    let logger: Logger
    /// The task is canceled when the daemon stops, and may then throw a `CancellationError`.
    let task: @Sendable () async throws -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isFailing = false
            var delay = firstDelay
            while (try? await Task.sleep(for: delay)) != nil {
                do {
                    try await task()
                    isFailing = false
                } catch is CancellationError {
                    return
                } catch {
                    if !isFailing { logger.warning(failure, metadata: ["reason": "\(error)"]) }
                    isFailing = true
                }
                delay = interval
            }
        }
    }
}
