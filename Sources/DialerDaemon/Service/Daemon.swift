import CallbackServer
import CampaignFiles
import DialerCore
import DialerEngine
import DialerStore
import Dispatch
import Glibc
package import Logging
import PlivoAPI
import ServiceLifecycle
package import Settings

/// The whole service, wired from its rooms. It decides nothing.
package struct Daemon {
    package static let version = "0.1.0"

    /// A stop must be over within ten seconds (`docs/operating.md`); the last of them are for the operating system.
    private static let stopTime = Duration.seconds(9)

    private let configuration: Configuration
    private let logger: Logger

    package init(_ configuration: Configuration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT, whose second delivery ends the process at once.
    ///
    /// - Throws: what is wrong with the state directory, the database, the watched folder or the address.
    package func run() async throws {
        for warning in configuration.warnings { logger.warning("\(warning)") }
        let state = StateDirectory(configuration.stateDirectory)
        try state.prepare()
        try state.lock()
        let folder = CampaignFolder(path: configuration.campaignDirectory)
        try folder.prepare()
        let store = try Store(path: state.database)
        let isLarge = try store.size > IntegrityService.smallSize
        if !isLarge { try store.checkIntegrity() }
        let now = SystemClock.now
        try store.setDaemon(pid: Int(getpid()), version: Self.version, startedAt: now.wall)
        logger.info("dialerd starts", metadata: ["version": "\(Self.version)", "state_dir": "\(state.path)"])

        let transport = try HTTPTransport(configuration)
        // A campaign's own receivers that are slow or dead must not take connections from Plivo's API.
        let forwarding = try HTTPTransport(
            HTTPTransport.Configuration(requestTimeout: .seconds(10), userAgent: "dialerd/\(Self.version)")
        )
        let loop = try makeLoop(
            store: store,
            folder: folder,
            transport: transport,
            forwarder: CallbackForwarder(transport: forwarding),
            at: now
        )
        try loop.recover()

        let isListening = Gate()
        var services: [any Service] = [
            makeServer(store: store, loop: loop, isListening: isListening),
            DialingService(
                loop: loop,
                transport: transport,
                dispatchInterval: configuration.limits.dispatchInterval,
                isListening: isListening,
                logger: logger
            ),
            IntakeService(
                folder: folder,
                store: store,
                sources: CampaignSources(configuration: configuration),
                logger: logger
            ),
            SettingsService(
                folder: folder,
                store: store,
                reader: CampaignSettingsReader(configuration: configuration),
                logger: logger
            ),
        ]
        if isLarge { services.append(IntegrityService(store: store)) }
        try await run(services)
        try store.close()
        logger.info("dialerd has stopped")
    }

    private func run(_ services: [any Service]) async throws {
        var group = ServiceGroupConfiguration(services: services, logger: quietLogger)
        group.maximumGracefulShutdownDuration = Self.stopTime
        let services = ServiceGroup(configuration: group)
        let signals = StopSignals { Task { await services.triggerGracefulShutdown() } }
        defer { withExtendedLifetime(signals) {} }
        try await services.run()
    }

    /// Libraries tell their own steps at `info`, which are not an operator's.
    private var quietLogger: Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }

    private func makeLoop(
        store: Store,
        folder: CampaignFolder,
        transport: HTTPTransport,
        forwarder: CallbackForwarder,
        at now: Now
    ) throws -> EngineLoop {
        let runner = EffectRunner(
            client: PlivoClient(configuration, transport: transport),
            forwarder: forwarder,
            publicURL: configuration.callbacks.publicURL,
            exporter: ResultsExporter(store: store, folder: folder, logger: logger),
            logger: logger
        )
        let logger = logger
        return EngineLoop(
            engine: Engine(
                store: store,
                limits: DialingLimits(configuration),
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
            }
        )
    }

    private func makeServer(store: Store, loop: EngineLoop, isListening: Gate) -> CallbackServer {
        let callbacks = configuration.callbacks
        let token = configuration.plivo.authToken.exposed
        let logger = logger
        return CallbackServer(
            CallbackServer.Configuration(
                host: callbacks.listen.host,
                port: callbacks.listen.port,
                publicURL: callbacks.publicURL,
                signature: callbacks.verifySignatures ? SignatureV3(authToken: token) : nil,
                zone: configuration.accountZone
            ),
            handlers: CallbackServer.Handlers(
                accept: { try await loop.commit(.callback($0)) },
                health: { HealthReport(problems: loop.trouble.map { ["\($0)"] } ?? []) },
                metrics: { DaemonMetrics.metrics(of: store, isWorking: loop.trouble == nil) }
            ),
            logger: quietLogger,
            onListening: { port in
                logger.info("listening for callbacks", metadata: ["address": "\(callbacks.listen.host):\(port)"])
                isListening.open()
            }
        )
    }
}

extension DialingLimits {
    fileprivate init(_ configuration: Configuration) {
        self.init(
            callsPerSecond: configuration.limits.callsPerSecond,
            dispatchInterval: configuration.limits.dispatchInterval,
            maxCallsInFlight: configuration.limits.maxCallsInFlight,
            maxBatch: configuration.limits.maxBatch,
            queueAhead: configuration.limits.queueAhead,
            apiRequestsPer5Seconds: configuration.limits.apiRequestsPer5Seconds,
            callbackGrace: configuration.reconcile.callbackGrace,
            giveUpAfter: configuration.reconcile.giveUpAfter
        )
    }
}
