import DialerCore
import GRDB

extension StoreTransaction {
    /// The id of a set of zones. A new set is inserted.
    func zoneID(_ names: [String]) throws -> ZoneID {
        let text = names.joined(separator: " ")
        try db.run("INSERT INTO zones (names) VALUES (?) ON CONFLICT DO NOTHING", [text])
        return try db.value("SELECT id FROM zones WHERE names = ?", [text]) ?? ZoneID(0)
    }

    /// Finishes the contacts of a new slice that are on the do-not-call list.
    ///
    /// - Parameter first: the id of the slice's first contact.
    /// - Returns: the number of finished contacts.
    func suppressImported(by campaign: CampaignID, from first: Int64) throws -> Int {
        try db.run(
            """
            UPDATE contacts SET state = 'finished', outcome = 'suppressed'
            WHERE id >= ? AND campaign_id = ?
                AND EXISTS (SELECT 1 FROM do_not_call WHERE do_not_call.destination = contacts.destination)
            """,
            [first, campaign]
        )
    }
}
