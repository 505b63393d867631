package import DialerCore
import GRDB

/// A campaign that dials beside others, or will.
package struct RunningCampaign: Sendable {
    package var name: String
    package var settings: CampaignSettings
    /// Pending contacts by the zones in which their numbers may lie; no zones where that is not known.
    package var pending: [[String]: Int]
}

/// What an estimate asks of the past and of other campaigns. Reads alone.
extension Store {
    /// How many calls an average is taken of.
    private static let pastCalls = 10_000

    /// Campaigns with pending contacts, now or from their start on; those that somebody must resume first are none.
    package func runningCampaigns() throws -> [RunningCampaign] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    \(CampaignTable.selection) WHERE c.state IN \(CampaignTable.states(where: \.canDial)) AND progress.pending > 0
                    ORDER BY c.id
                    """
            ).map { row in
                let campaign = try CampaignTable.campaign(row, settingsCache)
                let pending = try Self.pending(of: campaign.id, db)
                return RunningCampaign(name: campaign.name, settings: campaign.settings, pending: pending)
            }
        }
    }

    private static func pending(of campaign: CampaignID, _ db: Database) throws -> [[String]: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT names, waiting FROM zones JOIN (
                    SELECT zone_id, count(*) AS waiting FROM contacts
                    WHERE campaign_id = ? AND state = 'pending' GROUP BY zone_id
                ) ON zones.id = zone_id
                """,
            arguments: [campaign]
        )
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                ((row["names"] as String).split(separator: " ").map(String.init), row["waiting"] as Int)
            }
        )
    }

    /// The last calls of which it is known how they ended, at the most 10,000, and what they cost together.
    package func pastCost() throws -> (calls: Int, cost: Cost) {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS calls, coalesce(sum(cost), 0) AS cost FROM (
                        SELECT cost FROM attempts WHERE state = 'ended' AND outcome <> 'unknown'
                        ORDER BY id DESC LIMIT ?)
                    """,
                arguments: [Self.pastCalls]
            )
            return (row?["calls"] ?? 0, row?["cost"] ?? .zero)
        }
    }
}
