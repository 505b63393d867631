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
    /// Libraries tell their own steps at `info`, which are not an operator's.
    var quietLogger: Logger {
        var logger = logger
        logger.logLevel = .warning
        return logger
    }

    func makeLoop(store: Store, folder: CampaignFolder, transport: HTTPTransport, at now: Now) throws -> EngineLoop {
        // Webhook receivers that are slow or dead must not take connections from Plivo's API.
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
        let logger = logger
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
            troubleChanged: { trouble in
                if let trouble {
                    logger.critical("dialling stands still", metadata: ["reason": "\(trouble)"])
                } else {
                    logger.notice("the database works again: dialling goes on")
                }
            },
            isAlive: { watchdog?.feed(at: SystemClock.monotonic) }
        )
    }

    func makeServer(
        store: Store,
        loop: EngineLoop,
        socket: ListeningSocket,
        isListening: Gate
    ) throws -> CallbackServer {
        let configuration = live.current
        let logger = logger
        let manager = manager
        return try CallbackServer(
            CallbackServer.Configuration(
                configuration.verification,
                tls: configuration.callbacks.tls.map(TLSFiles.init)
            ),
            socket: socket,
            handlers: CallbackServer.Handlers(
                accept: { try await loop.commit(.callback($0)) },
                health: { HealthReport(problems: loop.trouble.map { ["\($0)"] } ?? []) },
                metrics: { DaemonMetrics.metrics(of: store, isWorking: loop.trouble == nil) }
            ),
            logger: quietLogger,
            onListening: { port in
                let host = configuration.callbacks.listen.host
                logger.info(
                    "listening for callbacks",
                    metadata: ["address": "\(ListenAddress(host: host, port: port))"]
                )
                isListening.open()
                manager.tell(.ready)
            }
        )
    }
}

extension Configuration {
    /// How callbacks are recognised.
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
