import DialerCore
import DialerDaemon
import DialerStore
import Foundation
import HTTPClient
import PlivoAPI
import Settings

/// Runs all checks of `dialerd doctor`; checks that wait for an answer run at the same time. A new check is a type in
/// `Checks/`, a case of ``Finding/Check``, and its call here. Checks change nothing.
struct Doctor {
    /// The longest wait for each answer over the network.
    private static let timeout = Duration.seconds(5)

    private let file: String
    private let configuration: Configuration
    private let state: StateDirectory
    /// The process id of the running daemon; nil if none runs.
    private let daemon: Int?

    /// - Parameter file: the path of the configuration.
    init(_ configuration: Configuration, file: String) {
        self.file = file
        self.configuration = configuration
        state = StateDirectory(configuration.stateDirectory)
        daemon = state.holder
    }

    /// The findings if the configuration cannot be loaded.
    static func findings(of problems: SettingsError, file: String, environment: [String: String]) -> [Finding] {
        problems.problems.map { problem in
            let isVariable = if case .variable = problem.origin { true } else { false }
            let remedy = isVariable ? "correct the variable" : "correct it in \(file)"
            return .problem(.configuration, problem.description, remedy: remedy)
        }
            + [ClockCheck.synchronization(isSynchronized: ClockCheck.isSynchronized)]
            + [TimeZoneCheck.finding(SystemTimeZones(environment: environment))]
    }

    /// In the order of ``Finding/Check``.
    func findings() async throws -> [Finding] {
        let transport = try HTTPTransport(
            HTTPTransport.Configuration(
                requestTimeout: Self.timeout,
                connectTimeout: Self.timeout,
                userAgent: "dialerd/\(Daemon.version)"
            )
        )
        let isRunning = daemon != nil
        let callbacks = CallbackCheck(configuration: configuration, transport: transport, isDaemonRunning: isRunning)
        async let account = account(transport)
        async let outside = callbacks.findings()
        async let daemon = daemonFindings()
        async let database = onThread { DatabaseCheck(state: state, now: SystemClock.wall).findings }
        var findings = settings + folders + campaigns
        findings += await account + outside + daemon + database
        await transport.shutDown(within: .zero)
        let order = Finding.Check.allCases
        return order.flatMap { check in findings.filter { $0.check == check } }
    }

    private var settings: [Finding] {
        let warnings = configuration.warnings.map {
            Finding.warning(.configuration, $0, remedy: "correct it in \(file)")
        }
        let zone = configuration.plivo.accountTimezone
        let fine = Finding.ok(.configuration, "\(file), account_timezone \(zone)")
        return (warnings.isEmpty ? [fine] : warnings) + [AccountCheck.credentials(configuration)]
            + [TimeZoneCheck.finding(SystemTimeZones(environment: ProcessInfo.processInfo.environment))]
            + [ClockCheck.synchronization(isSynchronized: ClockCheck.isSynchronized)]
    }

    private var folders: [Finding] {
        let user = daemon.flatMap(DaemonCheck.user)
        var status = stat()
        let size = stat(state.database, &status) == 0 ? Int64(status.st_size) : 0
        return FolderCheck(check: .stateDirectory, path: state.path, daemon: user, backupSize: size).findings
            + FolderCheck(check: .campaignDirectory, path: configuration.campaignDirectory, daemon: user).findings
    }

    /// Empty if the database cannot be read, because ``DatabaseCheck`` reports this problem.
    private var campaigns: [Finding] { status.map(CampaignStateCheck.findings) ?? [] }

    private var status: StatusReport? {
        try? Store(path: state.database, access: .readOnly)
            .status(isDaemonRunning: daemon != nil, at: SystemClock.wall)
    }

    private func daemonFindings() async -> [Finding] {
        // Without access to the state directory, this user cannot tell whether a daemon runs.
        guard FileAccess(.reading, of: state.database).problem == nil else { return [] }
        let listen = configuration.callbacks.listen
        let health = daemon == nil ? nil : await HealthClient.ask(configuration.callbacks, timeout: Self.timeout)
        return DaemonCheck.findings(pid: daemon, health: health, version: status?.daemon.version, listen: listen)
    }

    private func account(_ transport: HTTPTransport) async -> [Finding] {
        guard case .success = configuration.plivo.authTokenPlace else { return [] }
        let asked = SystemClock.wall
        let answer = await PlivoClient(configuration, transport: transport).askAccount()
        let clock = ClockCheck.finding(offset: answer.clockOffset(asked: asked, answered: SystemClock.wall))
        return [AccountCheck.finding(answer, baseURL: configuration.plivo.baseURL)] + [clock].compactMap(\.self)
    }

    /// Runs a blocking body on a thread of its own.
    private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: body()) }.start()
        }
    }
}
