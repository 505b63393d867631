import DialerCore
import DialerEngine
import Dispatch
import Logging
import PlivoAPI
import ServiceLifecycle

/// The clockwork: strict timers that wake the engine, and an orderly end.
///
/// At a graceful shutdown nothing more is handed over, what is on the wire gets its answer, and the answer is
/// committed.
struct DialingService: Service {
    /// How long the answers of what is on the wire are waited for; what is left then is in doubt, which the next
    /// start settles. Below the ten seconds within which a stop must be over.
    private static let drainTime = Duration.seconds(7)
    private static let cutOffTime = Duration.seconds(1)

    let loop: EngineLoop
    let transport: HTTPTransport
    let dispatchInterval: Duration
    /// Passes when callbacks can arrive: before that, nobody is called.
    let isListening: Gate
    let logger: Logger

    func run() async throws {
        // A server that cannot listen, or a stop that comes first, ends this wait too: then nobody is called.
        await cancelWhenGracefulShutdown { await isListening.passed() }
        guard isListening.isOpen else { return await transport.shutDown(within: Self.cutOffTime) }
        let timers = [
            timer(every: dispatchInterval) { loop.post(.dispatch) },
            timer(every: .seconds(1)) { loop.post(.housekeeping) },
        ]
        logger.info("dialling")
        try? await gracefulShutdown()
        timers.forEach { $0.cancel() }
        logger.info("stopping: waiting for what is on the wire")
        await drain()
        await transport.shutDown(within: Self.cutOffTime)
        // The answers that the cut has just made up are committed with this.
        try? await loop.commit(.housekeeping)
    }

    private func drain() async {
        let isQuiet = Gate()
        loop.stop { isQuiet.open() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await isQuiet.passed() }
            group.addTask { try? await Task.sleep(for: Self.drainTime) }
            await group.next()
            isQuiet.open()
            group.cancelAll()
        }
    }

    private func timer(every interval: Duration, _ fire: @escaping @Sendable () -> Void) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(flags: .strict, queue: .global(qos: .userInitiated))
        let nanoseconds = Int(interval.nanoseconds)
        timer.schedule(
            deadline: .now() + .nanoseconds(nanoseconds),
            repeating: .nanoseconds(nanoseconds),
            leeway: .nanoseconds(0)
        )
        timer.setEventHandler(handler: fire)
        timer.resume()
        return timer
    }
}
