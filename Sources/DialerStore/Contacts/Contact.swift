package import DialerCore
import GRDB

/// A contact as the engine needs it, without the other content of its row.
package struct Contact: Hashable, Sendable {
    package let id: ContactID
    package let campaign: CampaignID
    package let destination: Destination
    package var state: ContactState
    package var outcome: Outcome?
    /// The contact is not called before this time.
    package var dueAt: WallTime
    /// The largest request in which the contact may be sent, after a refusal; nil: any.
    package var batchCap: Int?
    package let overrides: OverridesID?
    /// Requests that may have placed a call.
    package var attempts: Int
    /// The contact's last attempt.
    package var attempt: AttemptID?
    /// The sum of the costs of all attempts.
    package var cost: Cost

    package mutating func finish(as outcome: Outcome) {
        state = .finished
        self.outcome = outcome
    }
}

enum ContactTable {
    static let columns = """
        id, campaign_id, destination, state, outcome, due_at, batch_cap, overrides_id, attempts, attempt_id, cost
        """

    /// The table `found`: the zones of the pending contacts of campaign `?1`, and one NULL. Each zone costs one step of
    /// the index, however many contacts there are.
    static let pendingZones = """
        WITH RECURSIVE found (id) AS (
            SELECT min(zone_id) FROM contacts WHERE campaign_id = ?1 AND state = 'pending'
            UNION ALL
            SELECT (SELECT min(zone_id) FROM contacts
                WHERE campaign_id = ?1 AND state = 'pending' AND zone_id > found.id)
            FROM found WHERE found.id IS NOT NULL)
        """
}

extension Contact: StoredRecord {
    init(_ row: Row) {
        self.init(
            id: row["id"],
            campaign: row["campaign_id"],
            destination: row["destination"],
            state: row["state"],
            outcome: row["outcome"],
            dueAt: row["due_at"],
            batchCap: row["batch_cap"],
            overrides: row["overrides_id"],
            attempts: row["attempts"],
            attempt: row["attempt_id"],
            cost: row["cost"]
        )
    }
}

extension StoreTransaction {
    package func contact(_ id: ContactID) throws -> Contact? {
        try db.record("SELECT \(ContactTable.columns) FROM contacts WHERE id = ?", [id])
    }

    /// Finishes pending contacts of a campaign, up to `limit`, in one statement, because there may be millions.
    ///
    /// - Returns: the number of finished contacts; fewer than `limit` only if no more are pending.
    package func finishPending(of campaign: CampaignID, as outcome: Outcome, limit: Int) throws -> Int {
        let finished = try db.run(
            """
            UPDATE contacts SET state = 'finished', outcome = ? WHERE id IN (
                SELECT id FROM contacts WHERE campaign_id = ? AND state = 'pending' LIMIT ?)
            """,
            [outcome, campaign, limit]
        )
        count(in: campaign) { progress in
            progress[.pending] -= finished
            progress[.finished] += finished
            progress[outcome] += finished
        }
        return finished
    }

    /// Changes one contact and the campaign's counters. All changes of single contacts go through this function.
    ///
    /// - Parameter old: the contact as this transaction read it.
    package func update(_ old: Contact, _ change: (inout Contact) throws -> Void) throws {
        var contact = old
        try change(&contact)
        guard contact != old else { return }
        try db.run(
            """
            UPDATE contacts SET state = ?, outcome = ?, due_at = ?, batch_cap = ?, attempts = ?, attempt_id = ?, cost = ?
            WHERE id = ?
            """,
            [
                contact.state, contact.outcome, contact.dueAt, contact.batchCap, contact.attempts, contact.attempt,
                contact.cost, contact.id,
            ]
        )
        count(in: contact.campaign) { progress in
            progress[old.state] -= 1
            progress[contact.state] += 1
            if let outcome = old.outcome { progress[outcome] -= 1 }
            if let outcome = contact.outcome { progress[outcome] += 1 }
            if Mutant.countersForgotten.isActive { return }
            progress.attempts += contact.attempts - old.attempts
            progress.cost = progress.cost + (contact.cost - old.cost)
        }
    }
}
