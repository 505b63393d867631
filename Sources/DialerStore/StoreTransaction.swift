package import DialerCore
import GRDB

/// One write transaction. Its methods, in the folders beside this file, are the list of what can happen to the
/// database. Use it only inside the body of ``Store/write(_:)``, on the thread that runs the body.
package final class StoreTransaction {
    let db: Database
    let settingsCache: SettingsCache
    private var progressChanges: [CampaignID: CampaignProgress] = [:]
    /// Campaigns of which at least one contact finished in this transaction; it may have been the last one.
    package private(set) var campaignsWithFinishedContacts: Set<CampaignID> = []

    init(_ db: Database, _ settingsCache: SettingsCache) {
        self.db = db
        self.settingsCache = settingsCache
    }

    /// Notes a change of a campaign's counters. It is written when the transaction ends or reads the counters.
    func count(in campaign: CampaignID, _ change: (inout CampaignProgress) -> Void) {
        let finished = progressChanges[campaign]?[.finished] ?? 0
        change(&progressChanges[campaign, default: CampaignProgress()])
        if progressChanges[campaign]?[.finished] != finished { campaignsWithFinishedContacts.insert(campaign) }
    }

    func flushProgress() throws {
        for (campaign, change) in progressChanges where change != CampaignProgress() {
            try ProgressTable.add(change, to: campaign, db)
        }
        progressChanges = [:]
    }
}
