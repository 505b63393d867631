package import DialerCore
import GRDB

/// A campaign that has been over for long, and may be archived.
package struct ArchivableCampaign: Hashable, Sendable {
    package var id: CampaignID
    package var name: String
    /// The lines that its results must have.
    package var contacts: Int
}

/// Archiving. In this order, so that a crash in between costs nothing: the results file is on disk; the campaign is marked,
/// and nothing but its counters is asked of it any more; its rows are removed, slice by slice.
extension Store {
    /// Calls are told apart by those that were made about the same time: what is in doubt needs the rows of campaigns that
    /// ended less than two days before it was called.
    private static let evidence = Duration.seconds(2 * 86_400)

    /// Everything about it is settled, and by then was for long.
    private static let archivable = """
        c.state IN \(CampaignTable.states(where: \.isOver)) AND c.archived_at IS NULL AND c.is_filed = 1 AND c.is_exported = 1
            AND progress.finished = progress.contacts
            AND c.completed_at < :instant
            AND c.completed_at < coalesce(
                (SELECT min(created_at) FROM attempts WHERE check_at IS NOT NULL) - :evidence, :instant)
            AND NOT EXISTS (SELECT 1 FROM forwards WHERE forwards.campaign_id = c.id)
        """

    /// Campaigns that ended before `instant` and of which nothing is under way, in the order of import.
    package func archivableCampaigns(endedBefore instant: WallTime) throws -> [ArchivableCampaign] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.id, c.name, progress.contacts FROM campaigns c
                    JOIN progress ON progress.campaign_id = c.id WHERE \(Self.archivable) ORDER BY c.id
                    """,
                arguments: ["instant": instant, "evidence": Self.evidence.milliseconds]
            ).map { ArchivableCampaign(id: $0["id"], name: $0["name"], contacts: $0["contacts"]) }
        }
    }

    /// From here on its results file is all there is of it, which must be on disk.
    ///
    /// - Returns: false if the campaign has come to life meanwhile: it is left alone then.
    package func archive(_ campaign: CampaignID, endedBefore instant: WallTime, at now: WallTime) throws -> Bool {
        try write { transaction in
            try transaction.run(
                """
                UPDATE campaigns SET archived_at = :now WHERE id IN (
                    SELECT c.id FROM campaigns c JOIN progress ON progress.campaign_id = c.id
                    WHERE c.id = :campaign AND \(Self.archivable))
                """,
                ["now": now, "campaign": campaign, "instant": instant, "evidence": Self.evidence.milliseconds]
            )
            return transaction.db.changesCount > 0
        }
    }

    /// When a campaign was archived; nil if it is not.
    package func archivedAt(campaign name: String) throws -> WallTime? {
        try read { db in
            try WallTime.fetchOne(db, sql: "SELECT archived_at FROM campaigns WHERE name = ?", arguments: [name])
        }
    }

    /// Removes up to `limit` rows of archived campaigns, in one short transaction. Calls that attempt limits may still count
    /// are kept as ``CallHistory`` has them.
    ///
    /// - Returns: whether any were removed: then there may be more.
    package func removeArchivedRows(limit: Int, at now: WallTime) throws -> Bool {
        try write { transaction in
            let campaigns = try transaction.rows(
                """
                SELECT id, first_contact, last_contact FROM campaigns
                WHERE state IN \(CampaignTable.states(where: \.isOver)) AND archived_at IS NOT NULL AND is_removed = 0 ORDER BY id
                """,
                []
            )
            return try campaigns.contains { row in
                let removal = ArchiveRemoval(transaction, campaign: row["id"], limit: limit)
                return try removal.run(contacts: (row["first_contact"], row["last_contact"]), at: now)
            }
        }
    }

    /// Forgets up to `limit` calls of archived campaigns that no attempt limit can count any more.
    ///
    /// - Returns: whether any were.
    package func forgetPastCalls(limit: Int, at now: WallTime) throws -> Bool {
        try write { try $0.forgetPastCalls(before: now - AttemptLimit.periods.upperBound, limit: limit) > 0 }
    }
}
