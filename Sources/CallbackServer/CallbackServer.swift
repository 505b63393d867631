import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle
import Synchronization

/// The daemon's one HTTP listener: Plivo's callbacks, health and metrics (docs/deploy.md, "What Plivo is answered").
///
/// It serves a socket that already listens, so that connections wait in the kernel's queue during a restart of the
/// daemon. Hummingbird's own server always binds its address itself, so this type assembles Hummingbird's parts. On a
/// graceful shutdown it accepts no more connections and answers the callbacks that it has received.
package final class CallbackServer: Service {
    private let configuration: Configuration
    private let socket: ListeningSocket
    private let certificate: ServedCertificate?
    private let handler: RequestHandler
    private let logger: Logger
    private let onListening: @Sendable (_ port: Int) -> Void

    /// - Parameters:
    ///   - socket: belongs to the server from this call on.
    ///   - onListening: called with the port once callbacks are accepted.
    /// - Throws: ``TLSProblem`` if the certificate or the key cannot be used.
    package init(
        _ configuration: Configuration,
        socket: ListeningSocket,
        handlers: Handlers,
        logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) throws(TLSProblem) {
        self.configuration = configuration
        self.socket = socket
        self.certificate = try configuration.tls.map { files throws(TLSProblem) in try ServedCertificate(files) }
        self.handler = RequestHandler(configuration.verification, handlers: handlers, logger: logger)
        self.logger = logger
        self.onListening = onListening
    }

    /// Applies the verification to the next callback, and a new certificate to the next connection. Any thread may call
    /// it.
    ///
    /// - Parameter tls: read again even if the paths are the same. Ignored by a server that speaks plain HTTP.
    /// - Throws: ``TLSProblem``; then nothing has changed.
    package func use(_ verification: Verification, tls: TLSFiles?) throws(TLSProblem) {
        if let certificate, let tls { try certificate.load(tls) }
        handler.use(verification)
    }

    /// Serves until a graceful shutdown, and returns when the last answer has been sent.
    package func run() async throws {
        let plain = HTTP1Channel(
            responder: handler.answer,
            configuration: .init(idleTimeout: .seconds(configuration.idleSeconds))
        )
        if let certificate {
            try await serve(TLSConnection(plain, certificate: certificate))
        } else {
            try await serve(plain)
        }
    }

    private func serve<Connection: ServerChildChannel>(_ connection: Connection) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let listener = try await ServerBootstrap(group: group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { [configuration, logger] channel in
                channel.eventLoop.preconditionInEventLoop()
                return channel.eventLoop.makeCompletedFuture {
                    let limit = MaximumAvailableConnections(configuration.maxConnections, logger: logger)
                    try channel.pipeline.syncOperations.addHandlers(
                        AvailableConnectionsChannelHandler(delegate: limit),
                        quiescing.makeServerChannelHandler(channel: channel)
                    )
                }
            }
            .bind(socket.descriptor) { [logger] in connection.setup(channel: $0, logger: logger) }
        await withGracefulShutdownHandler {
            onListening(socket.port)
            await withDiscardingTaskGroup { [logger] tasks in
                do {
                    try await listener.executeThenClose { connections in
                        for try await accepted in connections {
                            tasks.addTask { await connection.handle(value: accepted, logger: logger) }
                        }
                    }
                } catch {
                    logger.error("no more callbacks can be taken", metadata: ["reason": "\(error)"])
                }
            }
        } onGracefulShutdown: {
            quiescing.initiateShutdown(promise: nil)
        }
    }
}
