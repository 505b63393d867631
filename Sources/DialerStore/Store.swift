import Foundation
import GRDB

/// The database of one state directory: SQLite in WAL mode, with every commit fsynced.
///
/// One process writes at length, the daemon; short writes of control commands come in between. A read sees a consistent
/// snapshot and does not hold up writers. Every function may be called on any thread and blocks it. A write waits up to
/// 5 s for the write lock.
package final class Store: Sendable {
    package enum Access: Sendable {
        /// Creates the file if there is none. An older schema is migrated, after a copy of the database was made.
        case readWrite
        /// For control commands: never creates or migrates anything.
        case control
        /// For `status` and other commands that only read.
        case readOnly
        /// For copies: reads a database of any version.
        case backup
    }

    let database: any DatabaseWriter
    let options: StoreOptions
    let settingsCache = SettingsCache()
    package let path: String

    /// - Throws: ``StoreError``.
    package init(path: String, access: Access = .readWrite, options: StoreOptions = StoreOptions()) throws {
        self.path = path
        self.options = options
        database = try StoreError.about(path) { try Self.open(path, access, options) }
        if access == .readWrite { try StoreError.about(path) { try migrate() } }
    }

    private static func open(_ path: String, _ access: Access, _ options: StoreOptions) throws -> any DatabaseWriter {
        var configuration = configuration(options)
        guard access != .readWrite else {
            DatabaseFiles(path).prepare()
            if options.schema == nil { configuration.prepareDatabase(makeShrinkable) }
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL on the one connection that writes, after `prepareDatabase`.
            try pool.writeWithoutTransaction { try setDurability(options.durability, $0) }
            try Schema.refuseNewer(pool)
            return pool
        }
        guard DatabaseFiles.exists(path) else { throw StoreError.missing(path: path) }
        configuration.readonly = access != .control
        let queue =
            access == .readOnly
            ? try reader(path, configuration) : try DatabaseQueue(path: path, configuration: configuration)
        if access != .backup { try Schema.requireCurrent(queue) }
        return queue
    }

    private func migrate() throws {
        let newest = options.schema ?? Schema.newest
        if let migration = try Schema.pendingMigration(of: database, upTo: newest) {
            options.willMigrate?(migration)
            try migration.keepBackup(of: self)
        }
        try Schema.migrate(database, upTo: newest)
        // Not only after a migration: an earlier start may have ended between its migration and this step.
        if options.schema == nil { rewriteShrinkable() }
    }

    /// SQLite reads a database with a log only if it can create the log's index, which a user without write access to
    /// the folder cannot do, for example on a read-only disk. If there is no log either, no process uses the database,
    /// and it is read without locks.
    private static func reader(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
            return queue
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && DatabaseFiles(path).isWhole
        {
            return try DatabaseQueue(path: DatabaseFiles(path).immutableURI, configuration: configuration)
        }
    }

    static func configuration(_ options: StoreOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "dialerd"
        // Control commands and backups of other processes hold the write lock for milliseconds.
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try setDurability(options.durability, db)
            try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            try db.execute(sql: "PRAGMA cache_size = -32768")  // KiB
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// In WAL mode only FULL fsyncs the log at each commit, which "durable before visible" needs.
    private static func setDurability(_ durability: StoreOptions.Durability, _ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
    }

    /// The durability that SQLite reports for the connection that writes; nil if no option stands for it.
    package var durability: StoreOptions.Durability? {
        get throws {
            let level = try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            return level == 2 ? .full : level == 0 ? .off : nil
        }
    }

    /// Runs `body` in one transaction. When this returns, all that `body` wrote is on disk; if it throws, nothing is.
    ///
    /// - Throws: ``StoreError``, or what `body` throws.
    @discardableResult
    package func write<Value>(_ body: (StoreTransaction) throws -> Value) throws -> Value {
        try StoreError.about(path) {
            try database.write { db in
                let transaction = StoreTransaction(db, settingsCache)
                let value = try body(transaction)
                try transaction.flushProgress()
                try options.beforeCommit?()
                return value
            }
        }
    }

    /// Runs `body` on one consistent snapshot.
    ///
    /// - Throws: ``StoreError``, or what `body` throws.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.about(path) { try database.read(body) }
    }

    /// The size of the database in bytes, without its log.
    package var size: Int64 {
        get throws {
            try read { db in
                let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                return try pages * (Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
            }
        }
    }

    /// Checks the whole file. Other reads and writes continue meanwhile.
    ///
    /// - Throws: ``StoreError/damaged(path:detail:)``, or another ``StoreError`` if the file cannot be read.
    package func checkIntegrity() throws {
        try StoreError.about(path) { try Self.checkIntegrity(of: database, path: path) }
    }

    static func checkIntegrity(of database: some DatabaseReader, path: String) throws {
        let findings = try database.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(1)") }
        guard findings == ["ok"] else { throw StoreError.damaged(path: path, detail: findings.joined(separator: "; ")) }
    }

    /// Merges the log into the database file and closes the database. The store must not be used afterwards.
    package func close() throws {
        try? database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try database.close()
    }
}
