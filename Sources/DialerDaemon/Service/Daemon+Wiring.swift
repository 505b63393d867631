import CallbackServer
import CampaignFiles
import DialerCore
import DialerEngine
import DialerStore
import Glibc
import HTTPClient
import Logging
import PlivoAPI
import Settings

extension Daemon {
    /// For libraries, whose `info` messages about their own steps operators need not see.
    var libraryLogger: Logger {
        var logger = logger
        logger.logLevel = .warning
        return logger
    }

    func makeLoop(store: Store, folder: CampaignFolder, transport: HTTPTransport, at now: Now) throws -> EngineLoop {
        // A separate transport: slow receivers of webhooks must not take connections from Plivo's API.
        let webhookTransport = try HTTPTransport(
            HTTPTransport.Configuration(requestTimeout: .seconds(10), userAgent: "dialerd/\(Self.version)")
        )
        let runner = EffectRunner(
            configuration: live,
            transport: transport,
            webhooks: WebhookSender(transport: webhookTransport),
            exporter: ResultsExporter(store: store, folder: folder, logger: logger),
            logger: logger
        )
        let watchdog = Watchdog(environment: environment, pid: Int(getpid()), manager: manager)
        let configuration = live.current
        return EngineLoop(
            engine: Engine(
                store: store,
                limits: configuration.limits,
                timeZones: configuration.timeZones,
                generator: SystemRandomNumberGenerator(),
                at: now
            ),
            perform: { effect, loop in runner.perform(effect, for: loop) },
            databaseChanged: { [logger] error in
                if let error {
                    logger.critical("dialing has stopped: the database fails", metadata: ["reason": "\(error)"])
                } else {
                    logger.notice("the database works again: dialing continues")
                }
            },
            stepEnded: { watchdog?.feed(at: SystemClock.monotonic) }
        )
    }

    /// - Parameter onListening: called once callbacks are accepted.
    func makeServer(
        store: Store,
        loop: EngineLoop,
        socket: ListeningSocket,
        onListening: @escaping @Sendable () -> Void
    ) throws -> CallbackServer {
        let configuration = live.current
        return try CallbackServer(
            CallbackServer.Configuration(
                configuration.verification,
                tls: configuration.callbacks.tls.map(TLSFiles.init)
            ),
            socket: socket,
            handlers: CallbackServer.Handlers(
                accept: { try await loop.commit(.callback($0)) },
                health: { HealthReport(problems: loop.databaseError.map { ["\($0)"] } ?? []) },
                metrics: { DaemonMetrics.metrics(of: store, isWorking: loop.databaseError == nil) }
            ),
            logger: libraryLogger,
            onListening: { [logger, manager] port in
                let address = ListenAddress(host: configuration.callbacks.listen.host, port: port)
                logger.info("listening for callbacks", metadata: ["address": "\(address)"])
                onListening()
                manager.tell(.ready)
            }
        )
    }
}

extension Configuration {
    /// How callbacks are checked and read.
    var verification: CallbackServer.Verification {
        CallbackServer.Verification(
            publicURL: callbacks.publicURL,
            signature: callbacks.verifySignatures ? SignatureV3(authToken: plivo.authToken.exposed) : nil,
            zone: accountZone
        )
    }
}

extension TLSFiles {
    init(_ files: Configuration.Callbacks.TLS) {
        self.init(certificate: files.certificate, key: files.key)
    }
}
