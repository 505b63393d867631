package import CampaignFiles
import DialerStore

/// `accepted/NAME/results.csv`: what is left of a campaign once it is archived.
package struct ResultsFile: Sendable {
    private let campaign: String
    private let folder: CampaignFolder
    package var path: String { folder.resultsPath(campaign: campaign) }

    package init(campaign: String, in folder: CampaignFolder) {
        self.campaign = campaign
        self.folder = folder
    }

    /// Writes it, under another name first: nobody ever sees half a file. It is on disk when this returns.
    ///
    /// - Parameter isStopping: asked page by page; if so, `CancellationError` is thrown.
    func write(from store: Store, isStopping: () -> Bool = { false }) throws {
        guard let columns = try store.columns(ofCampaign: campaign) else { return }
        let writer = try folder.resultsWriter(campaign: campaign, header: ResultsTable.header(columns: columns))
        try store.forEachResult(ofCampaign: campaign) { page in
            if isStopping() { throw CancellationError() }
            for result in page { try writer.write(ResultsTable.fields(result)) }
        }
        try writer.finish(as: path)
    }
}
