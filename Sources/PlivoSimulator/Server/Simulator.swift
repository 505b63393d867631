import AsyncHTTPClient
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The whole simulator: an HTTP server, the switchboard behind it, and the workers that send callbacks.
package struct Simulator: Sendable {
    let settings: SimulatorSettings
    let logger: Logger

    package init(settings: SimulatorSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Serves until the task is cancelled, or, with `stopsOnSignals`, until TERM or INT.
    ///
    /// - Parameter onReady: told the base URL, `http://HOST:PORT/v1`, once requests are answered.
    package func run(
        stopsOnSignals: Bool = false,
        onReady: @escaping @Sendable (_ baseURL: String) async -> Void
    ) async throws {
        let client = HTTPClient(configuration: clientConfiguration)
        let outbox = Outbox()
        let clock = SimulatorClock()
        let alarm = AlarmClock(loop: HTTPClient.defaultEventLoopGroup.next())
        let exchange = Exchange(rules: settings.switchboard, clock: clock, outbox: outbox, alarm: alarm)
        let gate = GateKeeper(settings: settings, nonce: settings.switchboard.nonce)
        let sender = CallbackSender(
            client: client,
            outbox: outbox,
            exchange: exchange,
            authToken: settings.authToken,
            workers: settings.callbackConnections,
            logger: logger
        )
        let server = Application(
            responder: SimulatorResponder(settings: settings, exchange: exchange, gate: gate, clock: clock),
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
        alarm.stop()
        try await client.shutdown()
        try result.get()
    }

    /// Redirects are not followed: they might lead away from the loopback. A refused connection is reported at once,
    /// because trying again is up to the callback's own retry policy.
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
