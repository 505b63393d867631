package import DialerCore
import GRDB

/// A contact of which it is not known whether it was called, or how the call ended.
package struct DoubtfulContact: Hashable, Sendable {
    package var id: ContactID
    package var row: Int
    package var typed: String
    package var destination: Destination
    /// `in_doubt`: evidence may still come. `finished`: it ended as unknown.
    package var state: ContactState
    /// When the request that may have called it was sent.
    package var since: WallTime
    /// Plivo's answer to that request, in words; nil if it was simply accepted.
    package var answer: String?
}

/// An operator's decision about a contact in doubt.
package enum Resolution: String, CaseIterable, Sendable {
    /// Call again, although it may have been called.
    case redial
    /// Let it end as unknown, and do not list it again.
    case accept
}

extension Store {
    /// The contacts of a campaign that are in doubt or ended as unknown, those excepted that an operator has accepted, by row.
    ///
    /// - Returns: nil if there is no such campaign; none if it is archived (``archivedAt(campaign:)``).
    package func doubtfulContacts(ofCampaign name: String) throws -> [DoubtfulContact]? {
        guard try columns(ofCampaign: name) != nil else { return nil }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT k.id, k.row, k.typed, k.destination, k.state, a.created_at, b.answer
                    FROM campaigns c JOIN contacts k ON k.id BETWEEN c.first_contact AND c.last_contact
                        AND k.campaign_id = c.id
                    JOIN attempts a ON a.id = k.attempt_id JOIN batches b ON b.id = a.batch_id
                    WHERE c.name = ? AND c.archived_at IS NULL AND (k.state = 'in_doubt' OR k.outcome = 'unknown')
                        AND a.cause_name IS NOT ? ORDER BY k.id
                    """,
                arguments: [name, CauseSentence.acceptedAsUnknown]
            ).map { row in
                DoubtfulContact(
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
    }

    /// Carries out an operator's decision. Contacts that have been settled or archived meanwhile are left alone, and a canceled
    /// campaign redials none.
    ///
    /// - Returns: of how many contacts it was carried out.
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
        // The attempt ends for good, so that late evidence of it is not taken for evidence of the next attempt.
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
