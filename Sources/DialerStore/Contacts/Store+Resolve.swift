package import DialerCore
import GRDB

/// A contact for which it is not known whether it was called, or how the call ended.
package struct DoubtfulContact: Hashable, Sendable {
    package var id: ContactID
    /// The 1-based line of the file on which its row begins.
    package var row: Int
    /// The destination as the file has it.
    package var typed: String
    package var destination: Destination
    /// `in_doubt`: evidence may still come. `finished`: the contact ended as unknown.
    package var state: ContactState
    /// When the request that may have placed the call was sent.
    package var since: WallTime
    /// Plivo's answer to that request, as a sentence; nil if the request was accepted or not answered.
    package var answer: String?
}

/// An operator's decision about a contact in doubt.
package enum Resolution: String, CaseIterable, Sendable {
    /// The contact is called again, although it may have been called already.
    case redial
    /// The contact ends as unknown and is not listed again.
    case accept
}

extension DoubtfulContact: StoredRecord {
    init(_ row: Row) {
        self.init(
            id: row["id"],
            row: row["row"],
            typed: row["typed"],
            destination: row["destination"],
            state: row["state"],
            since: row["created_at"],
            answer: row["answer"]
        )
    }
}

extension Store {
    /// The contacts of a campaign that are in doubt or ended as unknown, in the order of the file, without those that
    /// an operator has accepted.
    ///
    /// - Returns: nil if there is no such campaign; empty if it is archived (``archivedAt(campaign:)``).
    /// - Throws: ``StoreError``.
    package func doubtfulContacts(ofCampaign name: String) throws -> [DoubtfulContact]? {
        guard try columns(ofCampaign: name) != nil else { return nil }
        return try read { db in
            try db.records(
                """
                SELECT k.id, k.row, k.typed, k.destination, k.state, a.created_at, b.answer
                FROM campaigns c JOIN contacts k ON k.id BETWEEN c.first_contact AND c.last_contact
                    AND k.campaign_id = c.id
                JOIN attempts a ON a.id = k.attempt_id JOIN batches b ON b.id = a.batch_id
                WHERE c.name = ? AND c.archived_at IS NULL AND (k.state = 'in_doubt' OR k.outcome = 'unknown')
                    AND a.cause_name IS NOT ? ORDER BY k.id
                """,
                [name, CauseSentence.acceptedAsUnknown]
            )
        }
    }

    /// Carries out an operator's decision. Contacts that have been settled or archived meanwhile are left alone, and a
    /// canceled campaign does not call again.
    ///
    /// - Returns: the number of contacts for which the decision was carried out.
    /// - Throws: ``StoreError``.
    package func resolve(_ contacts: [DoubtfulContact], as resolution: Resolution, at now: WallTime) throws -> Int {
        try write { transaction in try contacts.count { try transaction.resolve($0.id, as: resolution, at: now) } }
    }
}

extension StoreTransaction {
    fileprivate func resolve(_ id: ContactID, as resolution: Resolution, at now: WallTime) throws -> Bool {
        guard let contact = try contact(id), contact.state == .inDoubt || contact.outcome == .unknown,
            let attemptID = contact.attempt, let attempt = try attempt(attemptID),
            let campaign = try campaign(contact.campaign), campaign.archivedAt == nil
        else { return false }
        if resolution == .redial, campaign.state.after(.reopened) == .notPossible { return false }
        // The attempt is closed, so that late evidence about it is not taken for evidence about the next attempt.
        try update(attempt) { attempt in
            attempt.close(as: .ended, outcome: .unknown)
            if resolution == .accept { attempt.causeName = CauseSentence.acceptedAsUnknown }
        }
        switch resolution {
        case .accept:
            try update(contact) { $0.finish(as: .unknown) }
        case .redial:
            try update(contact) { contact in
                contact.state = .pending
                contact.outcome = nil
                contact.dueAt = now
            }
            try apply(.reopened, to: contact.campaign)
        }
        return true
    }
}
