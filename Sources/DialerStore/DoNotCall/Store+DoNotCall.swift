package import DialerCore
import GRDB

/// A number on the do-not-call list.
package struct DoNotCallEntry: Hashable, Sendable {
    package var destination: Destination
    package var addedAt: WallTime
    /// In the operator's words; may be empty.
    package var reason: String
    /// Where the entry comes from: a command, or the name of a file.
    package var source: String
}

extension DoNotCallEntry: StoredRecord {
    init(_ row: Row) {
        self.init(
            destination: row["destination"],
            addedAt: row["added_at"],
            reason: row["reason"],
            source: row["source"]
        )
    }
}

/// The result of adding numbers to the do-not-call list.
package struct DoNotCallAddition: Hashable, Sendable {
    package var added = 0
    /// Numbers that were on the list already.
    package var known = 0
    /// Repetitions among the given numbers.
    package var repeated = 0
    /// Calls in Plivo's queue that are being withdrawn.
    package var withdrawn = 0

    package init() {}

    package static func += (sum: inout DoNotCallAddition, part: DoNotCallAddition) {
        sum.added += part.added
        sum.known += part.known
        sum.repeated += part.repeated
        sum.withdrawn += part.withdrawn
    }
}

/// The do-not-call list. The transaction that claims a contact asks it. So a number that is on the list when one of
/// these functions returns is not called any more, in any campaign.
extension Store {
    /// Entries on one page of a listing.
    private static let pageSize = 1000

    /// Adds numbers in one transaction. An existing entry keeps its reason and its date. For long lists use
    /// ``DoNotCallImport``.
    ///
    /// - Parameter destinations: none twice.
    /// - Throws: ``StoreError``.
    package func addDoNotCall(
        _ destinations: [Destination],
        reason: String,
        source: String,
        at now: WallTime
    ) throws -> DoNotCallAddition {
        try write { transaction in
            var addition = DoNotCallAddition()
            addition.added = try transaction.db.run(
                """
                INSERT INTO do_not_call (destination, added_at, reason, source)
                SELECT value, ?, ?, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING
                """,
                [now, reason, source, Self.jsonArray(destinations)]
            )
            addition.known = destinations.count - addition.added
            addition.withdrawn = try transaction.withdrawSuppressedCalls(at: now)
            return addition
        }
    }

    /// The numbers as one argument of a statement, because binding them one by one took most of the time.
    private static func jsonArray(_ destinations: [Destination]) -> String {
        let list = destinations.map { destination in
            switch destination {
            case .phone(let digits): String(digits)
            case .sip(let uri): String(JSONTextArray.encode([uri]).dropFirst().dropLast())
            }
        }
        return "[\(list.joined(separator: ","))]"
    }

    /// Removes numbers, for calls from now on. A contact that has ended as suppressed stays so, and a call that is
    /// already being withdrawn is withdrawn all the same.
    ///
    /// - Returns: the number of removed entries.
    package func removeDoNotCall(_ destinations: some Sequence<Destination>) throws -> Int {
        try write { transaction in
            try destinations.reduce(0) { removed, destination in
                try removed + transaction.db.run("DELETE FROM do_not_call WHERE destination = ?", [destination])
            }
        }
    }

    package func doNotCall(_ destination: Destination) throws -> DoNotCallEntry? {
        try read { db in try Self.doNotCallEntry(of: destination, db) }
    }

    static func doNotCallEntry(of destination: Destination, _ db: Database) throws -> DoNotCallEntry? {
        try db.record("SELECT * FROM do_not_call WHERE destination = ?", [destination])
    }

    /// The indices of those destinations that are on the list.
    package func doNotCall(among destinations: [Destination]) throws -> [Int] {
        try read { db in
            try db.values(
                "SELECT list.key FROM json_each(?) AS list CROSS JOIN do_not_call ON destination = list.value",
                [Self.jsonArray(destinations)]
            )
        }
    }

    /// Reads the list page by page, sorted by number. An entry that changes meanwhile is read in its old or its new
    /// state.
    package func forEachDoNotCallPage(_ body: ([DoNotCallEntry]) throws -> Void) throws {
        var last: Destination?
        while true {
            let page = try read { db in try Self.page(after: last, db) }
            guard let end = page.last else { return }
            try body(page)
            last = end.destination
        }
    }

    private static func page(after last: Destination?, _ db: Database) throws -> [DoNotCallEntry] {
        // With `? IS NULL OR destination > ?` SQLite would read the list from its beginning for every page.
        let condition = last == nil ? "" : "WHERE destination > ?"
        let sql = "SELECT * FROM do_not_call \(condition) ORDER BY destination LIMIT ?"
        let arguments: [any DatabaseValueConvertible] = [last?.databaseValue, pageSize.databaseValue].compactMap { $0 }
        return try db.records(sql, StatementArguments(arguments))
    }
}
