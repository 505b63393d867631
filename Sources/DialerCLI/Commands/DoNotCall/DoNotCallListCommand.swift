import ArgumentParser
import CampaignFiles
import DialerCore
import DialerStore

struct DoNotCallListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the do-not-call list, sorted by number.",
        discussion: "dialerd dnc import reads the output of --format csv."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Option(help: "csv, or json: one object a line.")
    var format = ListFormat.csv

    func run() throws {
        let (store, _) = try configurationOption.open()
        if format == .csv { try Output.write(CSVWriter.line(["number", "added_at", "reason", "source"])) }
        try store.forEachDoNotCallPage { page in
            let lines = try page.map { entry in
                switch format {
                case .csv:
                    let fields = [
                        entry.destination.internationalText, entry.addedAt.rfc3339, entry.reason, entry.source,
                    ]
                    return CSVWriter.line(fields)
                case .json: return try Output.jsonLine(DoNotCallDocument.object(entry))
                }
            }
            try Output.write(lines.joined())
        }
    }
}
