package import DialerCore
import GRDB

/// A campaign as the engine needs it.
package struct Campaign: Sendable {
    package var id: CampaignID
    package var name: String
    package var state: CampaignState
    package var reason: String?
    package var settings: CampaignSettings
    package var progress: CampaignProgress
    /// When the operator cancelled it.
    package var cancelledAt: WallTime?
    /// Why the last change of its settings file is not in force.
    package var settingsProblem: String?
    /// Since when its results file is all that is left of it, besides its counters.
    package var archivedAt: WallTime?
}

enum CampaignTable {
    /// The counters first: they are read by position.
    static let selection = """
        SELECT \(ProgressTable.selected), c.* FROM campaigns c JOIN progress ON progress.campaign_id = c.id
        """
    static let activeStates = CampaignState.active.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    static func campaign(_ row: Row, _ cache: SettingsCache) throws -> Campaign {
        Campaign(
            id: row["id"],
            name: row["name"],
            state: row["state"],
            reason: row["reason"],
            settings: try cache.settings(from: row["settings"]),
            progress: ProgressTable.progress(row),
            cancelledAt: row["cancelled_at"],
            settingsProblem: row["settings_problem"],
            archivedAt: row["archived_at"]
        )
    }
}

extension StoreTransaction {
    /// All that have, or may have, contacts without an outcome.
    package func activeCampaigns() throws -> [Campaign] {
        try flushProgress()
        return try rows(
            "\(CampaignTable.selection) WHERE c.state IN (\(CampaignTable.activeStates)) ORDER BY c.id",
            []
        ).map { try CampaignTable.campaign($0, settingsCache) }
    }

    package func campaign(_ id: CampaignID) throws -> Campaign? {
        try flushProgress()
        return try row("\(CampaignTable.selection) WHERE c.id = ?", [id]).map {
            try CampaignTable.campaign($0, settingsCache)
        }
    }

    package func campaign(named name: String) throws -> Campaign? {
        try flushProgress()
        return try row("\(CampaignTable.selection) WHERE c.name = ?", [name]).map {
            try CampaignTable.campaign($0, settingsCache)
        }
    }

    /// Over, with results that are not written yet.
    package func campaignsToExport() throws -> [CampaignID] {
        try rows("SELECT id FROM campaigns WHERE state IN ('completed', 'cancelled') AND is_exported = 0", [])
            .map { $0["id"] }
    }

    package func move(_ campaign: CampaignID, to state: CampaignState, reason: String?) throws {
        try run("UPDATE campaigns SET state = ?, reason = ? WHERE id = ?", [state, reason, campaign])
    }

    package func cancel(_ campaign: CampaignID, at now: WallTime) throws {
        try run(
            "UPDATE campaigns SET state = 'cancelling', reason = ?, cancelled_at = ? WHERE id = ?",
            ["cancelled by the operator; calls that wait in Plivo's queue are being withdrawn", now, campaign]
        )
    }

    package func complete(_ campaign: CampaignID, as state: CampaignState, at now: WallTime) throws {
        try run(
            "UPDATE campaigns SET state = ?, reason = NULL, completed_at = ? WHERE id = ?",
            [state, now, campaign]
        )
    }

    package func setReason(_ reason: String?, of campaign: CampaignID) throws {
        try run("UPDATE campaigns SET reason = ? WHERE id = ?", [reason, campaign])
    }

    package func markExported(_ campaign: CampaignID) throws {
        try run("UPDATE campaigns SET is_exported = 1 WHERE id = ?", [campaign])
    }

    /// Of these caller IDs, the one that has been used least by the campaign, ties in the pool's order.
    package func leastUsedCallerID(of pool: [String], in campaign: CampaignID) throws -> String? {
        guard pool.count > 1 else { return pool.first }
        let used = Dictionary(
            uniqueKeysWithValues: try rows("SELECT number, used FROM caller_ids WHERE campaign_id = ?", [campaign])
                .map { ($0["number"] as String, $0["used"] as Int) }
        )
        return pool.min { used[$0, default: 0] < used[$1, default: 0] }
    }

    package func countUse(of callerID: String, in campaign: CampaignID, by count: Int) throws {
        try run(
            """
            INSERT INTO caller_ids (campaign_id, number, used) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET used = used + excluded.used
            """,
            [campaign, callerID, count]
        )
    }
}
