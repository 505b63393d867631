import DialerCore
import GRDB

/// Removes one slice of an archived campaign: first attempts and batches, then contacts, then the rows that they
/// shared.
///
/// The newest row of each table stays until there is a newer one. SQLite gives the next row the number after the
/// largest, and no number may be used twice: the engine's memory, the ranges of campaigns and late answers refer to
/// them.
struct ArchiveRemoval {
    let transaction: StoreTransaction
    let campaign: CampaignID
    let limit: Int

    /// - Returns: whether a row was removed.
    func run(contacts: (first: ContactID?, last: ContactID?), at now: WallTime) throws -> Bool {
        if try removeCalls(at: now) > 0 { return true }
        if try removeContacts(contacts.first, contacts.last) > 0 { return true }
        if try removeOverrides() > 0 { return true }
        try noteWhetherAllIsGone(contacts.first, contacts.last)
        return false
    }

    private func removeCalls(at now: WallTime) throws -> Int {
        let batches: [BatchID] = try transaction.db.values(
            """
            SELECT id FROM batches WHERE campaign_id = ? AND id < (SELECT max(id) FROM batches)
            ORDER BY created_at LIMIT ?
            """,
            [campaign, limit]
        )
        var removed = 0
        for batch in batches where removed < limit {
            removed += try removeAttempts(of: batch, limit: limit - removed, at: now)
            removed += try transaction.db.run("DELETE FROM batches WHERE id = ?1 AND NOT \(Self.hasAttempts)", [batch])
        }
        return removed
    }

    private static let hasAttempts = "EXISTS (SELECT 1 FROM attempts WHERE batch_id = ?1)"

    private func removeAttempts(of batch: BatchID, limit: Int, at now: WallTime) throws -> Int {
        let last: AttemptID? = try transaction.db.value(
            """
            SELECT max(id) FROM (
                SELECT id FROM attempts WHERE batch_id = ? AND id < (SELECT max(id) FROM attempts)
                ORDER BY id LIMIT ?)
            """,
            [batch, limit]
        )
        guard let last else { return 0 }
        try transaction.rememberCalls(of: batch, upTo: last, since: now - AttemptLimit.periods.upperBound)
        return try transaction.db.run("DELETE FROM attempts WHERE batch_id = ? AND id <= ?", [batch, last])
    }

    private func removeContacts(_ first: ContactID?, _ last: ContactID?) throws -> Int {
        try transaction.db.run(
            """
            DELETE FROM contacts WHERE id IN (
                SELECT id FROM contacts WHERE id BETWEEN ? AND ? AND campaign_id = ?
                    AND id < (SELECT max(id) FROM contacts) LIMIT ?)
            """,
            [first, last, campaign, limit]
        )
    }

    /// Removes overrides except those of a contact that stays.
    private func removeOverrides() throws -> Int {
        try transaction.db.run("DELETE FROM caller_ids WHERE campaign_id = ?", [campaign])
        return try transaction.db.run(
            """
            DELETE FROM overrides WHERE id IN (
                SELECT id FROM overrides WHERE campaign_id = ?
                    AND NOT EXISTS (SELECT 1 FROM contacts WHERE overrides_id = overrides.id) LIMIT ?)
            """,
            [campaign, limit]
        )
    }

    private func noteWhetherAllIsGone(_ first: ContactID?, _ last: ContactID?) throws {
        try transaction.db.run(
            """
            UPDATE campaigns SET is_removed = 1 WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM batches WHERE campaign_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM contacts WHERE id BETWEEN ?2 AND ?3 AND campaign_id = ?1)
            """,
            [campaign, first, last]
        )
    }
}
