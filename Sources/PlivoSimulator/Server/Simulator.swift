import AsyncHTTPClient
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The whole simulator: an HTTP server, the call simulation, and the workers that send callbacks.
package struct Simulator: Sendable {
    private let settings: SimulatorSettings
    private let logger: Logger

    package init(settings: SimulatorSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Serves until the task is canceled or, with `stopsOnSignals`, until SIGTERM or SIGINT. Stopping takes at
    /// most two seconds.
    ///
    /// - Parameter onReady: called with the base URL, `http://HOST:PORT/v1`, once the server accepts requests.
    /// - Throws: `IOError` if the address cannot be bound.
    package func run(
        stopsOnSignals: Bool = false,
        onReady: @escaping @Sendable (_ baseURL: String) async -> Void
    ) async throws {
        let client = HTTPClient(configuration: clientConfiguration)
        let callbacks = CallbackQueue()
        let clock = SimulatorClock()
        let timer = WakeUpTimer(loop: HTTPClient.defaultEventLoopGroup.next())
        let simulation = SharedCallSimulation(settings: settings, clock: clock, callbacks: callbacks, timer: timer)
        let sender = CallbackSender(
            client: client,
            queue: callbacks,
            simulation: simulation,
            authToken: settings.authToken,
            workers: settings.callbackConnections,
            logger: logger
        )
        let server = Application(
            responder: SimulatorResponder(
                settings: settings,
                simulation: simulation,
                admission: RequestAdmission(settings: settings),
                clock: clock
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.listen.host, port: settings.listen.port),
                backlog: 1024
            ),
            onServerRunning: { [listen = settings.listen] channel in
                await onReady(listen.baseURL(port: channel.localAddress?.port ?? listen.port))
            },
            logger: logger
        )

        var configuration = ServiceGroupConfiguration(
            services: [.init(service: sender), .init(service: server)],
            gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(2)
        let result: Result<Void, any Error>
        do {
            try await ServiceGroup(configuration: configuration).run()
            result = .success(())
        } catch {
            result = .failure(error)
        }
        timer.cancel()
        try await client.shutdown()
        try result.get()
    }

    /// Redirects are not followed, because they could lead to another host than loopback. The client does not retry
    /// connections, because the callback's own policy decides about retries.
    private var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .milliseconds(2000)
        configuration.connectionPool.idleTimeout = .seconds(4)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.callbackConnections
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return configuration
    }
}
