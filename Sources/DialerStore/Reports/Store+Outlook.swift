package import DialerCore
import GRDB

/// A campaign that makes calls now or later, beside others.
package struct RunningCampaign: Sendable {
    package var name: String
    package var settings: CampaignSettings
    /// The number of pending contacts by the zones in which their numbers may lie. The list of zones is empty where
    /// they are not known.
    package var pending: [[String]: Int]
}

/// What an estimate needs to know about past calls and other campaigns. All functions here throw ``StoreError``.
extension Store {
    /// The number of calls over which an average is taken.
    private static let pastCalls = 10_000

    /// Campaigns with pending contacts that make calls now or from their start on, in the order of import. Campaigns
    /// that an operator would have to resume are left out.
    package func runningCampaigns() throws -> [RunningCampaign] {
        try read { db in
            try CampaignTable.campaigns(
                "WHERE c.state IN \(CampaignTable.states(where: \.canDial)) AND progress.pending > 0 ORDER BY c.id",
                [],
                settingsCache,
                db
            ).map { campaign in
                let pending = try Self.pending(of: campaign.id, db)
                return RunningCampaign(name: campaign.name, settings: campaign.settings, pending: pending)
            }
        }
    }

    private static func pending(of campaign: CampaignID, _ db: Database) throws -> [[String]: Int] {
        let rows = try db.rows(
            """
            SELECT names, waiting FROM zones JOIN (
                SELECT zone_id, count(*) AS waiting FROM contacts
                WHERE campaign_id = ? AND state = 'pending' GROUP BY zone_id
            ) ON zones.id = zone_id
            """,
            [campaign]
        )
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                ((row["names"] as String).split(separator: " ").map(String.init), row["waiting"] as Int)
            }
        )
    }

    /// The last calls whose end is known, up to 10,000, and their cost in all.
    package func pastCost() throws -> (calls: Int, cost: Cost) {
        try read { db in
            let row = try db.row(
                """
                SELECT count(*) AS calls, coalesce(sum(cost), 0) AS cost FROM (
                    SELECT cost FROM attempts WHERE state = 'ended' AND outcome <> 'unknown'
                    ORDER BY id DESC LIMIT ?)
                """,
                [Self.pastCalls]
            )
            return (row?["calls"] ?? 0, row?["cost"] ?? .zero)
        }
    }
}
