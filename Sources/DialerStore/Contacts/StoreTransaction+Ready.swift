package import DialerCore
import GRDB

/// A contact that is due, and what the do-not-call list says of it in the same transaction.
package struct ReadyContact: Hashable, Sendable {
    package var contact: Contact
    package var zone: ZoneID
    package var isSuppressed: Bool
}

/// Claiming: who is due, zone by zone.
extension StoreTransaction {
    /// The zones of a campaign's pending contacts, each found by a step of the index: their number counts, not that of
    /// the contacts.
    package func pendingZones(of campaign: CampaignID) throws -> [ZoneID] {
        try rows("\(ContactTable.pendingZones) SELECT id FROM found WHERE id IS NOT NULL", [campaign]).map { $0["id"] }
    }

    /// The IANA names of a set of zones; none when it is not known where the number lies.
    package func zoneNames(_ zone: ZoneID) throws -> [String] {
        let row = try row("SELECT names FROM zones WHERE id = ?", [zone])
        return (row?["names"] as String?)?.split(separator: " ").map(String.init) ?? []
    }

    /// When the next pending contact of a zone becomes due.
    package func nextDue(of campaign: CampaignID, in zone: ZoneID) throws -> WallTime? {
        try row(
            "SELECT min(due_at) AS due FROM contacts WHERE campaign_id = ? AND zone_id = ? AND state = 'pending'",
            [campaign, zone]
        ).flatMap { $0["due"] }
    }

    /// Contacts of these zones that are due at `now`, those that have waited longest first, then in the file's order.
    package func readyContacts(
        of campaign: CampaignID,
        in zones: [ZoneID],
        at now: WallTime,
        limit: Int
    ) throws -> [ReadyContact] {
        var heads = try zones.compactMap { try ReadyCursor(db, campaign, $0, at: now, limit: limit) }
        var ready: [ReadyContact] = []
        while ready.count < limit, let least = heads.indices.min(by: { heads[$0].head < heads[$1].head }) {
            ready.append(try heads[least].take())
            if heads[least].isAtEnd { heads.remove(at: least) }
        }
        return ready
    }
}

/// One zone's contacts in order, read one by one: a merge of many zones reads no more than it gives.
private struct ReadyCursor {
    private static let sql = """
        SELECT \(ContactTable.columns), EXISTS (
            SELECT 1 FROM do_not_call WHERE do_not_call.destination = contacts.destination) AS is_suppressed
        FROM contacts WHERE campaign_id = ? AND zone_id = ? AND state = 'pending' AND due_at <= ?
        ORDER BY due_at, id LIMIT ?
        """

    private let rows: RowCursor
    private let zone: ZoneID
    private var next: ReadyContact

    /// Nil if nobody is due.
    init?(_ db: Database, _ campaign: CampaignID, _ zone: ZoneID, at now: WallTime, limit: Int) throws {
        rows = try Row.fetchCursor(db, sql: Self.sql, arguments: [campaign, zone, now, limit])
        guard let first = try rows.next() else { return nil }
        self.zone = zone
        next = Self.contact(first, zone)
    }

    private(set) var isAtEnd = false
    var head: (WallTime, ContactID) { (next.contact.dueAt, next.contact.id) }

    mutating func take() throws -> ReadyContact {
        let taken = next
        if let row = try rows.next() { next = Self.contact(row, zone) } else { isAtEnd = true }
        return taken
    }

    private static func contact(_ row: Row, _ zone: ZoneID) -> ReadyContact {
        ReadyContact(contact: ContactTable.contact(row), zone: zone, isSuppressed: row["is_suppressed"])
    }
}
