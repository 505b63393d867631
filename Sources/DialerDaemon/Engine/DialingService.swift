import DialerCore
import DialerEngine
import Dispatch
import HTTPClient
import Logging
import ServiceLifecycle
import Synchronization

/// Wakes the engine by strict timers. On a graceful shutdown it stops making requests, waits for the answers to those in
/// flight, and has the engine commit them.
final class DialingService: Service {
    /// How long the service waits for answers. Calls whose requests stay without an answer are then in doubt, and the
    /// next start settles them. The time is less than the ten seconds within which a stop must be complete.
    private static let drainTime = Duration.seconds(7)
    private static let cutOffTime = Duration.seconds(1)

    private let loop: EngineLoop
    private let transport: HTTPTransport
    private let listening: AsyncStream<Void>
    private let logger: Logger
    private let pace: Mutex<Pace>

    private struct Pace {
        var dispatchInterval: Duration
        /// Nil before dialing begins.
        var timer: (any DispatchSourceTimer)?
    }

    /// - Parameter listening: has an element once callbacks can arrive. No call is made before this element.
    init(
        loop: EngineLoop,
        transport: HTTPTransport,
        dispatchInterval: Duration,
        listening: AsyncStream<Void>,
        logger: Logger
    ) {
        self.loop = loop
        self.transport = transport
        self.listening = listening
        self.logger = logger
        pace = Mutex(Pace(dispatchInterval: dispatchInterval))
    }

    /// Changes the interval now. Any thread may call it.
    func use(dispatchInterval: Duration) {
        pace.withLock { pace in
            guard dispatchInterval != pace.dispatchInterval else { return }
            pace.dispatchInterval = dispatchInterval
            pace.timer.map { Self.set($0, to: dispatchInterval) }
        }
    }

    func run() async throws {
        // A stop or a failing listener ends the wait without an element; no call is then made.
        let isListening = await cancelWhenGracefulShutdown { [listening] in await listening.first { true } != nil }
        guard isListening else { return await transport.shutDown(within: Self.cutOffTime) }
        let timers = start()
        logger.info("ready to dial")
        try? await gracefulShutdown()
        timers.forEach { $0.cancel() }
        logger.info("stopping: waiting for answers to requests under way")
        await drain()
        await transport.shutDown(within: Self.cutOffTime)
        // The shutdown has ended the remaining requests. This event is committed after their outcomes.
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
        let requests = loop.stop()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in requests {} }
            group.addTask { try? await Task.sleep(for: Self.drainTime) }
            await group.next()
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
        let interval = DispatchTimeInterval.nanoseconds(Int(interval.nanoseconds))
        timer.schedule(deadline: .now() + interval, repeating: interval, leeway: .nanoseconds(0))
    }
}
