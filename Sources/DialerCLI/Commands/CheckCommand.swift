import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what the watched folder would do with a CSV.",
        discussion: """
            It says which rows would be accepted and rejected and why, and shows the first request, the time at which the \
            campaign would end and its cost. No calls are made, and nothing is written except the file of --rejects. The \
            exit code is 0 if the file would be accepted, even with rejects, and 1 if it would be refused as a whole or \
            wait for settings.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A CSV in any folder.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(
        help: "The settings file (default: NAME.yaml beside NAME.csv, if it exists).",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var settings: String?

    @Option(help: "Write all rejects to this file, in the format of rejects.csv.", completion: .file())
    var rejects: String?

    @Option(
        help: "The cost of one call, such as 0.0150 (default: the average of past calls).",
        transform: { text in
            guard let rate = Cost(text) else { throw ValidationError("\(text) is no cost: write it like 0.0150.") }
            return rate
        }
    )
    var rate: Cost?

    @Flag(help: "Print JSON (schema in docs/cli.md).")
    var json = false

    func run() throws {
        let configuration = try configurationOption.load()
        let writer = try rejects.map(RejectsFile.writer)
        let check = CampaignCheck(configuration, store: try store(of: configuration))
        let report = try check.report(on: file, settings: settings, rate: rate, at: SystemClock.wall) { reject in
            try writer?.write(reject.fields)
        }
        try writer?.finish()
        let text = CheckText(report, rejectsFile: rejects)
        if json { try Output.json(CheckDocument.object(report)) } else { try Output.write(text.text) }
        guard report.isAccepted else { throw Failure(CheckText.refusal(report), code: .no) }
    }

    /// Nil if there is no database, as before the first start of the daemon.
    private func store(of configuration: Configuration) throws -> Store? {
        do {
            return try configurationOption.open(of: configuration).store
        } catch StoreError.missing {
            return nil
        }
    }
}
