import ArgumentParser
import CampaignFiles
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct ResultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results",
        abstract: "Print the results, one line a contact.",
        discussion: """
            It works at any time: a contact without an outcome yet has an empty one. Of an archived campaign, its \
            results.csv is printed.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A campaign's name.")
    var campaign: String

    @Option(help: "csv, or json: one object a line.")
    var format = ListFormat.csv

    func run() throws {
        let configuration = try configurationOption.load()
        let (store, _) = try configurationOption.open(of: configuration)
        guard let ownColumns = try store.columns(ofCampaign: campaign) else { throw Failure.noCampaign(campaign) }
        if let instant = try store.archivedAt(campaign: campaign) {
            let file = ResultsFile(campaign: campaign, in: CampaignFolder(path: configuration.campaignDirectory))
            let results = ArchivedResults(file, archivedAt: instant)
            switch format {
            case .csv: return try results.printCSV()
            case .json: return try results.forEachJSONLine(ownColumns: ownColumns) { try Output.write($0) }
            }
        }
        let header = ResultsTable.header(ownColumns: ownColumns)
        let document = try ResultsDocument(header: header, ownColumns: ownColumns)
        if format == .csv { try Output.write(CSVWriter.line(header)) }
        try store.forEachResult(ofCampaign: campaign) { page in
            let lines = try page.map { result in
                let fields = ResultsTable.fields(result)
                return format == .csv ? CSVWriter.line(fields) : try document.line(fields)
            }
            try Output.write(lines.joined())
        }
        if try store.archivedAt(campaign: campaign) != nil {
            throw Failure("\(campaign) was archived while it was read, and lines may be missing: run the command again")
        }
    }
}
