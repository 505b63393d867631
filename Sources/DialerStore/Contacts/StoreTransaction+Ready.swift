package import DialerCore
import GRDB

/// A contact that is due.
package struct ReadyContact: Hashable, Sendable {
    package var contact: Contact
    package var zone: ZoneID
    /// Whether the number was on the do-not-call list in the same transaction.
    package var isSuppressed: Bool
}

/// The contacts that a claim reads, zone by zone.
extension StoreTransaction {
    /// The zones of a campaign's pending contacts. The time grows with the number of zones, not of contacts.
    package func pendingZones(of campaign: CampaignID) throws -> [ZoneID] {
        try db.values("\(ContactTable.pendingZones) SELECT id FROM found WHERE id IS NOT NULL", [campaign])
    }

    /// The IANA names of a set of zones; empty if it is not known where the number lies.
    package func zoneNames(_ zone: ZoneID) throws -> [String] {
        let names: String? = try db.value("SELECT names FROM zones WHERE id = ?", [zone])
        return names?.split(separator: " ").map(String.init) ?? []
    }

    /// When the next pending contact of a zone becomes due; nil if none is pending.
    package func nextDue(of campaign: CampaignID, in zone: ZoneID) throws -> WallTime? {
        try db.value(
            "SELECT min(due_at) FROM contacts WHERE campaign_id = ? AND zone_id = ? AND state = 'pending'",
            [campaign, zone]
        )
    }

    /// Contacts of these zones that are due at `now`: those that have waited longest first, then in the file's order.
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

/// The due contacts of one zone, in order. Each is read when it is taken, so that a merge of many zones reads little
/// more than it returns.
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

    /// Nil if no contact is due.
    init?(_ db: Database, _ campaign: CampaignID, _ zone: ZoneID, at now: WallTime, limit: Int) throws {
        // Not a cached statement: the cursors of several zones are open at the same time.
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
        ReadyContact(contact: Contact(row), zone: zone, isSuppressed: row["is_suppressed"])
    }
}
