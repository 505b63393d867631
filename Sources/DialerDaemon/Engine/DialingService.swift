import DialerCore
import DialerEngine
import Dispatch
import HTTPClient
import Logging
import ServiceLifecycle
import Synchronization

/// The clockwork: strict timers that wake the engine, and an orderly end.
///
/// At a graceful shutdown nothing more is handed over, what is on the wire gets its answer, and the answer is
/// committed.
final class DialingService: Service {
    /// How long the answers of what is on the wire are waited for; what is left then is in doubt, which the next
    /// start settles. Below the ten seconds within which a stop must be over.
    private static let drainTime = Duration.seconds(7)
    private static let cutOffTime = Duration.seconds(1)

    private let loop: EngineLoop
    private let transport: HTTPTransport
    /// Passes when callbacks can arrive: before that, nobody is called.
    private let isListening: Gate
    private let logger: Logger
    private let pace: Mutex<Pace>

    private struct Pace {
        var dispatchInterval: Duration
        /// Nil before dialling begins.
        var timer: (any DispatchSourceTimer)?
    }

    init(
        loop: EngineLoop,
        transport: HTTPTransport,
        dispatchInterval: Duration,
        isListening: Gate,
        logger: Logger
    ) {
        self.loop = loop
        self.transport = transport
        self.isListening = isListening
        self.logger = logger
        pace = Mutex(Pace(dispatchInterval: dispatchInterval))
    }

    /// From now on.
    func use(dispatchInterval: Duration) {
        pace.withLock { pace in
            guard dispatchInterval != pace.dispatchInterval else { return }
            pace.dispatchInterval = dispatchInterval
            pace.timer.map { Self.set($0, to: dispatchInterval) }
        }
    }

    func run() async throws {
        // A server that cannot listen, or a stop that comes first, ends this wait too: then nobody is called.
        await cancelWhenGracefulShutdown { [isListening] in await isListening.passed() }
        guard isListening.isOpen else { return await transport.shutDown(within: Self.cutOffTime) }
        let timers = start()
        logger.info("dialling")
        try? await gracefulShutdown()
        timers.forEach { $0.cancel() }
        logger.info("stopping: waiting for what is on the wire")
        await drain()
        await transport.shutDown(within: Self.cutOffTime)
        // The answers that the cut has just made up are committed with this.
        try? await loop.commit(.housekeeping)
    }

    private func start() -> [any DispatchSourceTimer] {
        let housekeeping = Self.timer(every: .seconds(1)) { [loop] in loop.post(.housekeeping) }
        let dispatching = pace.withLock { pace in
            let timer = Self.timer(every: pace.dispatchInterval) { [loop] in loop.post(.dispatch) }
            pace.timer = timer
            return timer
        }
        return [dispatching, housekeeping]
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

    private static func timer(
        every interval: Duration,
        _ fire: @escaping @Sendable () -> Void
    ) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(flags: .strict, queue: .global(qos: .userInitiated))
        timer.setEventHandler(handler: fire)
        set(timer, to: interval)
        timer.resume()
        return timer
    }

    private static func set(_ timer: any DispatchSourceTimer, to interval: Duration) {
        let nanoseconds = Int(interval.nanoseconds)
        timer.schedule(
            deadline: .now() + .nanoseconds(nanoseconds),
            repeating: .nanoseconds(nanoseconds),
            leeway: .nanoseconds(0)
        )
    }
}
