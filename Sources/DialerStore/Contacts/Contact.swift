package import DialerCore
import GRDB

/// A contact as the engine needs it; what its row said besides stays in the table.
package struct Contact: Hashable, Sendable {
    package let id: ContactID
    package let campaign: CampaignID
    package let destination: Destination
    package var state: ContactState
    package var outcome: Outcome?
    /// Not to be called before.
    package var dueAt: WallTime
    /// The largest request it may travel in, after a refusal; nil: any.
    package var batchCap: Int?
    package let overrides: OverridesID?
    /// Requests that may have placed a call.
    package var attempts: Int
    /// The last of them.
    package var attempt: AttemptID?
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

    /// `found`: the zones of pending contacts of campaign `?1`, and a null.
    static let pendingZones = """
        WITH RECURSIVE found (id) AS (
            SELECT min(zone_id) FROM contacts WHERE campaign_id = ?1 AND state = 'pending'
            UNION ALL
            SELECT (SELECT min(zone_id) FROM contacts
                WHERE campaign_id = ?1 AND state = 'pending' AND zone_id > found.id)
            FROM found WHERE found.id IS NOT NULL)
        """

    static func contact(_ row: Row) -> Contact {
        Contact(
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
        try row("SELECT \(ContactTable.columns) FROM contacts WHERE id = ?", [id]).map(ContactTable.contact)
    }

    /// Finishes pending contacts of a campaign that are not to be called any more, in one statement: there may be millions.
    ///
    /// - Returns: how many; fewer than `limit` only if no more are pending.
    package func finishPending(of campaign: CampaignID, as outcome: Outcome, limit: Int) throws -> Int {
        try run(
            """
            UPDATE contacts SET state = 'finished', outcome = ? WHERE id IN (
                SELECT id FROM contacts WHERE campaign_id = ? AND state = 'pending' LIMIT ?)
            """,
            [outcome, campaign, limit]
        )
        let finished = db.changesCount
        count(in: campaign) { progress in
            progress[.pending] -= finished
            progress[.finished] += finished
            progress[outcome] += finished
        }
        return finished
    }

    /// The one place where a contact changes by itself: the row and the campaign's counters, together.
    ///
    /// - Parameter old: the contact as it was read in this transaction.
    package func update(_ old: Contact, _ change: (inout Contact) throws -> Void) throws {
        var contact = old
        try change(&contact)
        guard contact != old else { return }
        try run(
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
