package import DialerCore
import GRDB

/// A contact of which nobody knows whether, or how, it was called.
package struct DoubtfulContact: Hashable, Sendable {
    package var id: ContactID
    package var row: Int
    package var typed: String
    package var destination: Destination
    /// `in_doubt`: evidence may still come. `finished`: it ended as unknown.
    package var state: ContactState
    /// When the request that may have called it was sent.
    package var since: WallTime
    /// What was answered to it, in words.
    package var answer: String?
}

/// What an operator decides of doubt.
package enum Resolution: String, CaseIterable, Sendable {
    /// Call again, although it may have been called.
    case redial
    /// Let it end as unknown, and list it no more.
    case accept
}

extension Store {
    /// Marks what an operator has accepted, in the results too.
    private static let acceptedName = "accepted as unknown by the operator"

    /// The contacts of a campaign that are in doubt or ended as unknown, and that nobody has accepted, by row.
    ///
    /// - Returns: nil when there is no such campaign. None of one that is archived: ``archivedAt(campaign:)`` tells.
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
                arguments: [name, Self.acceptedName]
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

    /// Carries out an operator's decision. A contact that has been settled or archived meanwhile is left alone, and nobody is
    /// called again for a cancelled campaign.
    ///
    /// - Returns: of how many contacts it was carried out.
    package func resolve(_ contacts: [DoubtfulContact], as resolution: Resolution, at now: WallTime) throws -> Int {
        try write { transaction in
            try contacts.count {
                try transaction.resolve($0.id, as: resolution, acceptedName: Self.acceptedName, at: now)
            }
        }
    }
}

extension StoreTransaction {
    fileprivate func resolve(
        _ id: ContactID,
        as resolution: Resolution,
        acceptedName: String,
        at now: WallTime
    ) throws -> Bool {
        guard let contact = try contact(id), contact.state == .inDoubt || contact.outcome == .unknown,
            let attemptID = contact.attempt, let attempt = try attempt(attemptID),
            let campaign = try campaign(contact.campaign), campaign.archivedAt == nil
        else { return false }
        // A canceled campaign calls no more contacts.
        if resolution == .redial, [.cancelling, .cancelled].contains(campaign.state) { return false }
        // The attempt ends for good, so that late evidence of it is not taken for evidence of the next attempt.
        try update(attempt) { attempt in
            attempt.close(as: .ended, outcome: .unknown)
            if resolution == .accept { attempt.causeName = acceptedName }
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
            try reopen(contact.campaign)
        }
        return true
    }

    /// A campaign that was over has something to do again.
    private func reopen(_ campaign: CampaignID) throws {
        try run(
            """
            UPDATE campaigns SET state = 'waiting', completed_at = NULL, is_exported = 0
            WHERE id = ? AND state = 'completed'
            """,
            [campaign]
        )
    }
}
