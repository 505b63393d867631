package import CampaignFiles
import DialerStore

/// `accepted/NAME/results.csv`, which keeps the results of a campaign even after the campaign is archived.
package struct ResultsFile: Sendable {
    private let campaign: String
    private let folder: CampaignFolder
    package var path: String { folder.resultsPath(campaign: campaign) }

    package init(campaign: String, in folder: CampaignFolder) {
        self.campaign = campaign
        self.folder = folder
    }

    /// Writes the file under another name and renames it, so that it is never seen incomplete. It is durable when this
    /// returns.
    ///
    /// - Parameter isStopping: called before each page.
    /// - Throws: `CancellationError` if `isStopping` answers true, `FolderError`, ``StoreError``.
    func write(from store: Store, isStopping: () -> Bool = { false }) throws {
        guard let columns = try store.columns(ofCampaign: campaign) else { return }
        let writer = try folder.resultsWriter(campaign: campaign, header: ResultsTable.header(ownColumns: columns))
        try store.forEachResult(ofCampaign: campaign) { page in
            if isStopping() { throw CancellationError() }
            for result in page { try writer.write(ResultsTable.fields(result)) }
        }
        try writer.finish(as: path)
    }
}
