package import DialerCore
import GRDB

/// What a database has and a backup lacks: what restoring the backup would forget.
package struct BackupLosses: Hashable, Sendable {
    /// Calls handed over.
    package var attempts = 0
    /// Contacts that have an outcome.
    package var ends = 0
    package var doNotCall = 0
    package var campaigns = 0
    /// The first of them, as far as they tell.
    package var since: WallTime?

    package var isNone: Bool { attempts + ends + doNotCall + campaigns == 0 }
}

extension BackupLosses {
    /// - Parameter db: of the backup, with the other database attached as `present`. Each may be of any schema.
    init(_ db: Database) throws {
        // Ids may be used again once rows are gone: the moment tells two apart.
        attempts = try count(
            """
            SELECT count(*) AS missing, min(created_at) AS first FROM present.attempts AS p WHERE NOT EXISTS
                (SELECT 1 FROM main.attempts AS b WHERE b.id = p.id AND b.created_at = p.created_at)
            """,
            db
        )
        ends = try count(
            """
            SELECT count(*) AS missing, NULL AS first FROM present.contacts AS p WHERE p.state = 'finished' AND NOT EXISTS
                (SELECT 1 FROM main.contacts AS b
                WHERE b.id = p.id AND b.destination = p.destination AND b.state = 'finished')
            """,
            db
        )
        // Of a campaign that has been archived since, its counters are left.
        attempts = max(attempts, try difference(of: "attempts", db))
        ends = max(ends, try difference(of: "finished", db))
        campaigns = try count(
            """
            SELECT count(*) AS missing, min(imported_at) AS first FROM present.campaigns AS p WHERE NOT EXISTS
                (SELECT 1 FROM main.campaigns AS b WHERE b.name = p.name)
            """,
            db
        )
        // The list came with the second schema.
        guard try db.tableExists("do_not_call", in: "present") else { return }
        let isKnown =
            try db.tableExists("do_not_call", in: "main")
            ? "SELECT 1 FROM main.do_not_call AS b WHERE b.destination = p.destination" : "SELECT 1 WHERE 0"
        doNotCall = try count(
            """
            SELECT count(*) AS missing, min(added_at) AS first FROM present.do_not_call AS p
            WHERE NOT EXISTS (\(isKnown))
            """,
            db
        )
    }

    /// By how much a counter of the present campaigns is above the same campaigns' in the backup.
    private func difference(of counter: String, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT coalesce(sum(max(0, p.\(counter) - b.\(counter))), 0) FROM present.campaigns AS c
                JOIN present.progress AS p ON p.campaign_id = c.id
                JOIN main.campaigns AS d ON d.name = c.name JOIN main.progress AS b ON b.campaign_id = d.id
                """
        ) ?? 0
    }

    private mutating func count(_ sql: String, _ db: Database) throws -> Int {
        guard let row = try Row.fetchOne(db, sql: sql) else { return 0 }
        if let first = row["first"] as WallTime? { since = min(since ?? first, first) }
        return row["missing"]
    }
}
