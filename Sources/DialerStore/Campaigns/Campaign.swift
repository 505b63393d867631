package import DialerCore
import GRDB

/// A campaign as the engine needs it.
package struct Campaign: Sendable {
    package var id: CampaignID
    package var name: String
    package var state: CampaignState
    /// Why no calls are made, in a sentence; nil while calls are made.
    package var reason: String?
    package var settings: CampaignSettings
    package var progress: CampaignProgress
    /// Rows of the file that became no contact.
    package var rejectedRows: Int
    /// When the operator canceled the campaign.
    package var cancelledAt: WallTime?
    /// Why the last change of the settings file is not in force.
    package var settingsProblem: String?
    /// When the campaign was archived. From then on only its results file and its counters are left.
    package var archivedAt: WallTime?
}

enum CampaignTable {
    /// The counters come first, because ``ProgressTable`` reads them by position.
    static let selection = """
        SELECT \(ProgressTable.selected), c.* FROM campaigns c JOIN progress ON progress.campaign_id = c.id
        """

    /// The states for which `holds` is true, for SQL: `('waiting', 'running')`.
    static func states(where holds: (CampaignState) -> Bool) -> String {
        "(" + CampaignState.allCases.filter(holds).map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
    }

    /// - Parameter condition: the end of the statement, such as `WHERE c.id = ?`.
    static func campaigns(
        _ condition: String,
        _ arguments: StatementArguments,
        _ cache: SettingsCache,
        _ db: Database
    ) throws -> [Campaign] {
        try db.rows("\(selection) \(condition)", arguments).map { try campaign($0, cache) }
    }

    static func campaign(_ row: Row, _ cache: SettingsCache) throws -> Campaign {
        Campaign(
            id: row["id"],
            name: row["name"],
            state: row["state"],
            reason: row["reason"],
            settings: try cache.settings(from: row["settings"]),
            progress: ProgressTable.progress(row),
            rejectedRows: row["rejected_rows"],
            cancelledAt: row["cancelled_at"],
            settingsProblem: row["settings_problem"],
            archivedAt: row["archived_at"]
        )
    }
}

extension StoreTransaction {
    private func campaigns(_ condition: String, _ arguments: StatementArguments = []) throws -> [Campaign] {
        try flushProgress()
        return try CampaignTable.campaigns(condition, arguments, settingsCache, db)
    }

    /// In the order of import.
    package func activeCampaigns() throws -> [Campaign] {
        try campaigns("WHERE c.state IN \(CampaignTable.states(where: \.isActive)) ORDER BY c.id")
    }

    package func campaign(_ id: CampaignID) throws -> Campaign? {
        try campaigns("WHERE c.id = ?", [id]).first
    }

    package func campaign(named name: String) throws -> Campaign? {
        try campaigns("WHERE c.name = ?", [name]).first
    }

    /// Campaigns that are over and whose results are not written yet.
    package func campaignsToExport() throws -> [CampaignID] {
        try db.values(
            "SELECT id FROM campaigns WHERE state IN \(CampaignTable.states(where: \.isOver)) AND is_exported = 0"
        )
    }

    /// - Parameter reason: nil while the campaign is dialing.
    package func setReason(_ reason: CampaignReason?, of campaign: CampaignID) throws {
        try db.run("UPDATE campaigns SET reason = ? WHERE id = ?", [reason?.sentence, campaign])
    }

    /// Has the results of a campaign that is over written again.
    ///
    /// - Returns: whether the campaign is over.
    package func reexport(_ campaign: CampaignID) throws -> Bool {
        let isOver = CampaignTable.states(where: \.isOver)
        try db.run("UPDATE campaigns SET is_exported = 0 WHERE id = ? AND state IN \(isOver)", [campaign])
        return db.changesCount > 0
    }

    /// Notes that the results file is complete and on disk.
    package func markExported(_ campaign: CampaignID) throws {
        try db.run("UPDATE campaigns SET is_exported = 1 WHERE id = ?", [campaign])
    }

    /// The caller ID of `pool` from which the campaign has called least; the first of several such caller IDs.
    package func leastUsedCallerID(of pool: [String], in campaign: CampaignID) throws -> String? {
        guard pool.count > 1 else { return pool.first }
        let used = Dictionary(
            uniqueKeysWithValues: try db.rows("SELECT number, used FROM caller_ids WHERE campaign_id = ?", [campaign])
                .map { ($0["number"] as String, $0["used"] as Int) }
        )
        return pool.min { used[$0, default: 0] < used[$1, default: 0] }
    }

    package func countUse(of callerID: String, in campaign: CampaignID, by count: Int) throws {
        try db.run(
            """
            INSERT INTO caller_ids (campaign_id, number, used) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET used = used + excluded.used
            """,
            [campaign, callerID, count]
        )
    }
}
