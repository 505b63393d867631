import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct ResultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results",
        abstract: "Print one line a contact, at any time.",
        discussion: """
            A contact that has no outcome yet has an empty one. Of a campaign that is archived, its results.csv is printed.
            """
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
        let configuration = try configurationOption.load()
        let (store, _) = try configurationOption.open(of: configuration)
        guard let columns = try store.columns(ofCampaign: campaign) else {
            throw Failure("there is no campaign \(campaign): dialerd status lists them")
        }
        if let instant = try store.archivedAt(campaign: campaign) {
            let file = ResultsFile(campaign: campaign, in: CampaignFolder(path: configuration.campaignDirectory))
            return try ArchivedResults(file: file, since: instant).print(format, columns: columns)
        }
        if format == .csv { try Output.write(CSVWriter.line(ResultsTable.header(columns: columns))) }
        try store.forEachResult(ofCampaign: campaign) { page in
            let lines = try page.map { result in
                switch format {
                case .csv: return CSVWriter.line(ResultsTable.fields(result))
                case .json: return try ResultsTable.json(result, columns: columns) + "\n"
                }
            }
            try Output.write(lines.joined())
        }
        if try store.archivedAt(campaign: campaign) != nil {
            throw Failure("\(campaign) was archived while it was read, and lines may be missing: run it again")
        }
    }
}
