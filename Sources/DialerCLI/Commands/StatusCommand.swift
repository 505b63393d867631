import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the progress of all campaigns, or of one.",
        discussion: "Works with and without a running daemon; without one the exit code is 1."
    )

    private static let watchInterval = Duration.seconds(1)
    /// How many times `--watch` looks for an active campaign before it ends: a file that has just been dropped is not a
    /// campaign yet.
    private static let firstLooks = 5

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String?

    @Flag(help: "Print JSON (schema in docs/cli.md).")
    var json = false

    @Flag(help: "Redraw every second until no campaign is active.")
    var watch = false

    func validate() throws {
        if watch, json {
            throw ValidationError("--watch and --json exclude each other: run --json as often as needed.")
        }
    }

    func run() async throws {
        let report = try await read()
        if watch { return try await redraw(from: report) }
        if json {
            try Output.json(StatusDocument.object(report))
        } else {
            try StatusScreen().show(report)
        }
        if report.daemon.state == .stopped { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private func read() async throws -> StatusReport {
        let configuration = try configurationOption.load()
        let (store, isDaemonRunning) = try configurationOption.open(of: configuration)
        var report = try store.status(
            of: campaign,
            isDaemonRunning: isDaemonRunning,
            dispatchInterval: configuration.limits.dispatchInterval,
            at: SystemClock.wall
        )
        if let campaign, report.campaigns.isEmpty { throw Failure.noCampaign(campaign) }
        if isDaemonRunning,
            case .healthz(let problems) = await HealthClient.ask(configuration.callbacks, timeout: .seconds(1))
        {
            report.note(problems: problems)
        }
        return report
    }

    /// Ends when no campaign is active and no file waits.
    private func redraw(from first: StatusReport) async throws {
        var report = first
        var screen = StatusScreen()
        var idleLooks = 0
        var hasSeenActivity = false
        while true {
            try screen.redraw(report)
            let isActive =
                !report.files.isEmpty || report.campaigns.contains { $0.state.isActive || $0.state == .importing }
            hasSeenActivity = hasSeenActivity || isActive
            idleLooks = isActive ? 0 : idleLooks + 1
            if idleLooks >= (hasSeenActivity ? 1 : Self.firstLooks) { return }
            try await Task.sleep(for: Self.watchInterval)
            report = try await read()
        }
    }
}
