package import DialerCore
import GRDB

/// A campaign that ended long enough ago to be archived.
package struct ArchivableCampaign: Hashable, Sendable {
    package var id: CampaignID
    package var name: String
    /// The number of lines that its results must have.
    package var contacts: Int
}

/// Archiving, in three steps, so that a crash between two of them loses nothing: the results file is on disk; the
/// campaign is marked, and from then on only its counters are read; its rows are removed, slice by slice.
extension Store {
    /// A call in doubt is told apart from other calls of about the same time. So the rows of campaigns that ended less
    /// than two days before such a call must stay.
    private static let evidence = Duration.seconds(2 * 86_400)

    /// The condition for archiving: everything about the campaign `c` is settled, and it ended before `:instant`.
    private static let archivable = """
        c.state IN \(CampaignTable.states(where: \.isOver)) AND c.archived_at IS NULL AND c.is_filed = 1 AND c.is_exported = 1
            AND progress.finished = progress.contacts
            AND c.completed_at < :instant
            AND c.completed_at < coalesce(
                (SELECT min(created_at) FROM attempts WHERE check_at IS NOT NULL) - :evidence, :instant)
            AND NOT EXISTS (SELECT 1 FROM forwards WHERE forwards.campaign_id = c.id)
        """

    /// Campaigns that ended before `instant` and can be archived, in the order of import.
    ///
    /// - Throws: ``StoreError``.
    package func archivableCampaigns(endedBefore instant: WallTime) throws -> [ArchivableCampaign] {
        try read { db in
            try db.rows(
                """
                SELECT c.id, c.name, progress.contacts FROM campaigns c
                JOIN progress ON progress.campaign_id = c.id WHERE \(Self.archivable) ORDER BY c.id
                """,
                ["instant": instant, "evidence": Self.evidence.milliseconds]
            ).map { ArchivableCampaign(id: $0["id"], name: $0["name"], contacts: $0["contacts"]) }
        }
    }

    /// Marks a campaign as archived. From then on only its results file has its contacts.
    ///
    /// - Precondition: the results file is complete and on disk.
    /// - Returns: false, without a change, if the campaign can no longer be archived, because it has changed meanwhile.
    package func archive(_ campaign: CampaignID, endedBefore instant: WallTime, at now: WallTime) throws -> Bool {
        try write { transaction in
            try transaction.db.run(
                """
                UPDATE campaigns SET archived_at = :now WHERE id IN (
                    SELECT c.id FROM campaigns c JOIN progress ON progress.campaign_id = c.id
                    WHERE c.id = :campaign AND \(Self.archivable))
                """,
                ["now": now, "campaign": campaign, "instant": instant, "evidence": Self.evidence.milliseconds]
            ) > 0
        }
    }

    /// The time at which a campaign was archived; nil if it is not archived or unknown.
    package func archivedAt(campaign name: String) throws -> WallTime? {
        try read { try $0.value("SELECT archived_at FROM campaigns WHERE name = ?", [name]) }
    }

    /// Removes up to `limit` rows of archived campaigns in one short transaction. Calls that attempt limits may still
    /// count are copied to the past calls of ``CallHistory``.
    ///
    /// - Returns: whether rows were removed; then there may be more.
    package func removeArchivedRows(limit: Int, at now: WallTime) throws -> Bool {
        try write { transaction in
            let campaigns = try transaction.db.rows(
                """
                SELECT id, first_contact, last_contact FROM campaigns
                WHERE state IN \(CampaignTable.states(where: \.isOver)) AND archived_at IS NOT NULL AND is_removed = 0 ORDER BY id
                """
            )
            return try campaigns.contains { row in
                let removal = ArchiveRemoval(transaction: transaction, campaign: row["id"], limit: limit)
                return try removal.run(contacts: (row["first_contact"], row["last_contact"]), at: now)
            }
        }
    }

    /// Removes up to `limit` past calls of archived campaigns that no attempt limit can count any more.
    ///
    /// - Returns: whether calls were removed; then there may be more.
    package func forgetPastCalls(limit: Int, at now: WallTime) throws -> Bool {
        try write { try $0.forgetPastCalls(before: now - AttemptLimit.periods.upperBound, limit: limit) > 0 }
    }
}
