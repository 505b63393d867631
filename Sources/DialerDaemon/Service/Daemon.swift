import CallbackServer
import CampaignFiles
import DialerCore
import DialerEngine
import DialerStore
import Dispatch
import Glibc
import HTTPClient
import Logging
import ServiceLifecycle
package import Settings

/// The daemon: creates the services, connects them and runs them. It makes no decisions about calls.
package struct Daemon {
    package static let version = "0.1.0"

    /// A stop must be complete within ten seconds (docs/operating.md); one of them is reserved for the operating
    /// system.
    private static let stopTime = Duration.seconds(9)

    let live: LiveConfiguration
    let logger: Logger
    private let load: @Sendable () throws -> Configuration
    private let log: DaemonLog
    let environment: [String: String]
    let manager: ServiceManager

    /// - Parameter load: reads the configuration, now and at each reload.
    /// - Throws: the errors of `load`.
    package init(environment: [String: String], loadedBy load: @escaping @Sendable () throws -> Configuration) throws {
        let configuration = try load()
        self.load = load
        self.environment = environment
        live = LiveConfiguration(configuration)
        log = DaemonLog(configuration.log, environment: environment)
        logger = log.logger
        manager = ServiceManager(environment: environment)
    }

    /// Checks the files that the configuration names, without running.
    ///
    /// - Throws: `TLSProblem`.
    package func check() throws {
        try live.current.callbacks.tls.map(TLSFiles.init)?.check()
    }

    /// Runs until SIGTERM or SIGINT. A second signal ends the process at once.
    ///
    /// - Throws: the problem with the state directory, the database, the watched folder or the address.
    package func run() async throws {
        let configuration = live.current
        for warning in configuration.warnings { logger.warning("\(warning)") }
        let state = StateDirectory(configuration.stateDirectory)
        try state.prepare()
        try state.lock()
        let folder = CampaignFolder(path: configuration.campaignDirectory)
        try folder.prepare()
        // From here on, callbacks wait in the socket's queue instead of being lost.
        let socket = try StoredSocket(environment: environment, pid: Int(getpid()), manager: manager)
            .socket(at: configuration.callbacks.listen)
        let store = try state.openDatabase(logger: logger)
        let isLarge = try store.size > IntegrityService.smallSize
        if !isLarge { try store.checkIntegrity() }
        let now = SystemClock.now
        try store.setDaemon(pid: Int(getpid()), version: Self.version, startedAt: now.wall)
        logger.info("dialerd starts", metadata: ["version": "\(Self.version)", "state_dir": "\(state.path)"])

        let transport = try HTTPTransport(configuration)
        let loop = try makeLoop(store: store, folder: folder, transport: transport, at: now)
        try loop.recover()

        var services = try makeServices(store: store, folder: folder, loop: loop, transport: transport, socket: socket)
        if isLarge { services.append(IntegrityService(store: store)) }
        try await run(services)
        try store.close()
        logger.info("dialerd has stopped")
    }

    private func run(_ services: [any Service]) async throws {
        var group = ServiceGroupConfiguration(services: services, logger: libraryLogger)
        group.maximumGracefulShutdownDuration = Self.stopTime
        let services = ServiceGroup(configuration: group)
        let signals = StopSignals { Task { await services.triggerGracefulShutdown() } }
        defer { withExtendedLifetime(signals) {} }
        try await services.run()
    }

    /// The services in the order in which they start; they stop in reverse.
    private func makeServices(
        store: Store,
        folder: CampaignFolder,
        loop: EngineLoop,
        transport: HTTPTransport,
        socket: ListeningSocket
    ) throws -> [any Service] {
        let (listening, isListening) = AsyncStream.makeStream(of: Void.self)
        let server = try makeServer(store: store, loop: loop, socket: socket) { isListening.yield() }
        let dialing = DialingService(
            loop: loop,
            transport: transport,
            dispatchInterval: live.current.limits.dispatchInterval,
            listening: listening,
            logger: logger
        )
        let intake = IntakeService(folder: folder, store: store, configuration: live, logger: logger)
        let reload = ReloadService(
            live: live,
            load: load,
            apply: { [log] new in
                try server.use(new.verification, tls: new.callbacks.tls.map(TLSFiles.init))
                log.use(new.log)
                loop.use(new.limits, timeZones: new.timeZones)
                dialing.use(dispatchInterval: new.limits.dispatchInterval)
            },
            applied: intake.configurationChanged,
            manager: manager,
            logger: logger
        )
        return [server, dialing, intake] + periodicServices(store: store, folder: folder)
            + [reload, ProgressService(store: store, manager: manager)]
    }
}
