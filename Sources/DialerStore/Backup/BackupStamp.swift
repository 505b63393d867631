import DialerCore
import GRDB

/// The time at which a backup was made, in a table of its own: a file's times change when the file is copied. A
/// database in use has no such table.
enum BackupStamp {
    private static let table = "backup_stamp"

    static func write(_ moment: WallTime, _ db: Database) throws {
        try remove(db)
        try db.execute(sql: "CREATE TABLE \(table) (made_at INTEGER NOT NULL) STRICT")
        try db.execute(sql: "INSERT INTO \(table) (made_at) VALUES (?)", arguments: [moment])
    }

    static func read(_ db: Database) throws -> WallTime? {
        guard try db.tableExists(table) else { return nil }
        return try WallTime.fetchOne(db, sql: "SELECT made_at FROM \(table)")
    }

    static func remove(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
}
