import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// The daemon's one HTTP listener: Plivo's callbacks, health and metrics (interface, section 8).
///
/// Stops gracefully: it accepts nothing more, and callbacks that came before get their answers.
package struct CallbackServer: Service {
    private let configuration: Configuration
    private let handlers: Handlers
    private let logger: Logger
    private let onListening: @Sendable (_ port: Int) -> Void

    /// - Parameter onListening: called once the address is bound, with the port; callbacks are taken from then on.
    package init(
        _ configuration: Configuration,
        handlers: Handlers,
        logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.handlers = handlers
        self.logger = logger
        self.onListening = onListening
    }

    /// Returns after a graceful shutdown.
    ///
    /// - Throws: ``ListenError`` when the address cannot be had.
    package func run() async throws {
        let address = "\(configuration.host):\(configuration.port)"
        let application = Application(
            responder: RequestHandler(configuration, handlers: handlers, logger: logger),
            server: .http1(configuration: .init(idleTimeout: .seconds(configuration.idleSeconds))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.maxConnections, logger: logger)
            ),
            onServerRunning: { [onListening] channel in onListening(channel.localAddress?.port ?? 0) },
            logger: logger
        )
        do {
            try await application.run()
        } catch {
            throw ListenError(error, address: address) ?? error
        }
    }
}
