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

    /// How often `--watch` looks.
    private static let watchInterval = Duration.seconds(1)
    /// How often `--watch` looks before it believes that there is nothing to watch: a file that has just been dropped
    /// is not a campaign yet.
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
            throw ValidationError("--watch and --json do not go together: ask for --json as often as needed.")
        }
    }

    func run() async throws {
        let report = try await read()
        guard watch else {
            try show(report)
            if report.daemon.state == .stopped { throw ExitCode(ExitStatus.no.rawValue) }
            return
        }
        try await redraw(from: report)
    }

    private func read() async throws -> StatusReport {
        let configuration = try configurationOption.load()
        let (store, isDaemonRunning) = try configurationOption.open(of: configuration)
        var report = try store.status(of: campaign, isDaemonRunning: isDaemonRunning, at: SystemClock.wall)
        if let campaign, report.campaigns.isEmpty {
            throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
        if isDaemonRunning { report.note(problems: await HealthQuestion.problems(of: configuration.callbacks)) }
        return report
    }

    private func show(_ report: StatusReport) throws {
        if json {
            try Output.json(report)
        } else if Output.isTerminal {
            try Output.write(StatusTable(report, width: Output.width, isColored: true).text)
        } else {
            try Output.write(StatusLines(report).text)
        }
    }

    /// In place on a terminal; one block after another into a pipe. Ends when nothing is left to watch.
    private func redraw(from first: StatusReport) async throws {
        var report = first
        var height = 0
        var idleLooks = 0
        var hasSeenActivity = false
        while true {
            if Output.isTerminal {
                let table = StatusTable(report, width: Output.width, isColored: true)
                let text = table.text(height: Output.height)
                let up = height > 0 ? "\u{1B}[\(height)A" : ""
                try Output.write(up + "\u{1B}[J" + text)
                height = text.count { $0 == "\n" }
            } else {
                try Output.write(StatusLines(report).text)
            }
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
