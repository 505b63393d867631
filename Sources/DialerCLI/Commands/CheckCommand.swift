import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what would become of a CSV in the watched folder.",
        discussion: """
            What would be accepted and rejected and why, the first request, when it would end and what it would cost. \
            It dials nobody and writes nothing but what --rejects names. The exit code is 0 if the file would be \
            accepted, rejects included, and 1 if it would be refused as a whole or wait for settings.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A CSV, anywhere.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(
        help: "Its settings (default: NAME.yaml beside NAME.csv, if it is there).",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var settings: String?

    @Option(help: "Write all rejects to this file, as rejects.csv would have them.", completion: .file())
    var rejects: String?

    @Option(
        help: "What a call costs, such as 0.0150 (default: the average of past calls).",
        transform: { text in
            guard let rate = Cost(text) else { throw ValidationError("\(text) is no cost: write it as 0.0150.") }
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
        if json {
            try Output.json(CheckDocument(report))
        } else {
            try Output.write(CheckText(report, rejectsFile: rejects).text)
        }
        guard report.isAccepted else { throw Failure(CheckText.refusal(report), code: .no) }
    }

    /// Nil before the first start of the daemon.
    private func store(of configuration: Configuration) throws -> Store? {
        do {
            return try configurationOption.open(of: configuration).store
        } catch StoreError.missing {
            return nil
        }
    }
}
