import ArgumentParser
import CampaignFiles
import DialerDaemon
import DialerStore

struct ResultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results",
        abstract: "Print one line a contact, at any time.",
        discussion: "A contact that has no outcome yet has an empty one."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case json
    }

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Option(help: "csv or json (one object a line).")
    var format: Format = .csv

    func run() throws {
        let (store, _) = try configurationOption.open()
        guard let columns = try store.columns(ofCampaign: campaign) else {
            throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
        let header = ResultsTable.header(columns: columns)
        if format == .csv { try Output.write(CSVWriter.line(header)) }
        try store.forEachResult(ofCampaign: campaign) { page in
            let lines = try page.map { result in
                let fields = ResultsTable.fields(result)
                switch format {
                case .csv: return CSVWriter.line(fields)
                case .json: return try ResultsTable.json(result, columns: columns) + "\n"
                }
            }
            try Output.write(lines.joined())
        }
    }
}
