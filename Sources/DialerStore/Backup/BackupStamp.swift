import DialerCore
import GRDB

/// When a backup was made, in a table that no database in use has: a file's own times change when it is copied.
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
