package import DialerCore
import GRDB

/// One write transaction. Its methods, in the folders beside this file, are the list of what can happen to the
/// database; nothing else writes.
package final class StoreTransaction {
    let db: Database
    let settingsCache: SettingsCache
    private var progressChanges: [CampaignID: CampaignProgress] = [:]
    /// Campaigns of which a contact has finished in this transaction: their last one, perhaps.
    package private(set) var campaignsWithFinishedContacts: Set<CampaignID> = []

    init(_ db: Database, _ settingsCache: SettingsCache) {
        self.db = db
        self.settingsCache = settingsCache
    }

    /// Notes a change of a campaign's counters, which is written when the transaction ends or reads them.
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

    /// Runs a statement that the connection keeps compiled.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
}
