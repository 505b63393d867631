package import DialerCore
import GRDB

/// What a database has and a backup lacks: what is lost if the backup is restored.
package struct BackupLosses: Hashable, Sendable {
    /// Calls handed to Plivo.
    package var attempts = 0
    /// Contacts that got an outcome.
    package var ends = 0
    package var doNotCall = 0
    package var campaigns = 0
    /// The time of the first loss; outcomes have no time and do not count here.
    package var since: WallTime?

    package var isNone: Bool { attempts + ends + doNotCall + campaigns == 0 }
}

extension BackupLosses {
    /// - Parameter db: the backup, with the other database attached as `present`. Each may have any version of the
    ///   schema.
    init(_ db: Database) throws {
        // An id may be used again after its row was removed, so the time is compared as well.
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
        // A campaign that has been archived since then has only its counters left.
        attempts = max(attempts, try difference(of: "attempts", db))
        ends = max(ends, try difference(of: "finished", db))
        campaigns = try count(
            """
            SELECT count(*) AS missing, min(imported_at) AS first FROM present.campaigns AS p WHERE NOT EXISTS
                (SELECT 1 FROM main.campaigns AS b WHERE b.name = p.name)
            """,
            db
        )
        // Version 1 of the schema has no list.
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

    /// The sum over all campaigns of how far a counter of the present database exceeds the one in the backup.
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
