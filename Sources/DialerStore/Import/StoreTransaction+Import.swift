import DialerCore
import GRDB

extension StoreTransaction {
    /// The number of a set of zones, which is made when it is new.
    func zoneID(_ names: [String]) throws -> ZoneID {
        let text = names.joined(separator: " ")
        try run("INSERT INTO zones (names) VALUES (?) ON CONFLICT DO NOTHING", [text])
        let row = try row("SELECT id FROM zones WHERE names = ?", [text])
        return row?["id"] ?? ZoneID(0)
    }

    /// Ends those of the contacts just added that are on the do-not-call list.
    ///
    /// - Parameter first: the first of them.
    /// - Returns: how many they are.
    func suppressImported(by campaign: CampaignID, from first: Int64) throws -> Int {
        try run(
            """
            UPDATE contacts SET state = 'finished', outcome = 'suppressed'
            WHERE id >= ? AND campaign_id = ?
                AND EXISTS (SELECT 1 FROM do_not_call WHERE do_not_call.destination = contacts.destination)
            """,
            [first, campaign]
        )
        return db.changesCount
    }
}
