import Foundation
import GRDB

/// The database of one state directory: SQLite in WAL mode, every commit fsynced.
///
/// One process writes through ``write(_:)``, the daemon; short writes of control commands come in between. Reads see
/// a consistent snapshot and hold up nobody.
package final class Store: Sendable {
    package enum Access: Sendable {
        /// Creates the file, and brings its schema up to date once a copy is kept of it as it was.
        case readWrite
        /// For control commands: never creates or migrates anything.
        case control
        /// For `status` and its like.
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
        do {
            switch access {
            case .readWrite:
                DatabaseFiles(path).prepare()
                var configuration = Self.configuration(options)
                if options.schema == nil { configuration.prepareDatabase(Self.makeShrinkable) }
                let pool = try DatabasePool(path: path, configuration: configuration)
                database = pool
                // GRDB has set NORMAL behind `prepareDatabase`, on the one connection that writes.
                try pool.writeWithoutTransaction { try Self.setDurability(options.durability, $0) }
                try Schema.refuseNewer(pool)
                try migrate(pool)
            case .control, .readOnly, .backup:
                guard DatabaseFiles.exists(path) else { throw StoreError.missing(path: path) }
                var configuration = Self.configuration(options)
                configuration.readonly = access != .control
                let queue =
                    access == .readOnly
                    ? try Self.reader(path, configuration) : try DatabaseQueue(path: path, configuration: configuration)
                database = queue
                if access != .backup { try Schema.requireCurrent(queue) }
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    private func migrate(_ pool: DatabasePool) throws {
        let newest = options.schema ?? Schema.newest
        let migration = try Schema.pendingMigration(of: pool, upTo: newest)
        if let migration {
            options.willMigrate?(migration)
            try migration.keepBackup(of: self)
        }
        try Schema.migrate(pool, upTo: newest)
        // A start that was broken off behind its migration has not come to this.
        if options.schema == nil { rewriteShrinkable() }
    }

    /// Whoever may not write into the folder, such as on a disk that is mounted read-only, cannot make the log's index
    /// without which SQLite does not read. Where there is no log either, nobody has the database, and it is read as it is.
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

    /// "Durable before visible": in WAL mode only FULL fsyncs the log at each commit.
    private static func setDurability(_ durability: StoreOptions.Durability, _ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
    }

    /// What the connection that writes does at a commit, as SQLite tells it; nil for what no option asks for.
    package var durability: StoreOptions.Durability? {
        get throws {
            let level = try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            return level == 2 ? .full : level == 0 ? .off : nil
        }
    }

    /// One transaction: all of `body` is on disk when this returns, or none of it ever was.
    ///
    /// - Throws: ``StoreError``, or what `body` throws.
    package func write<Value>(_ body: (StoreTransaction) throws -> Value) throws -> Value {
        do {
            return try database.write { db in
                let transaction = StoreTransaction(db, settingsCache)
                let value = try body(transaction)
                try transaction.flushProgress()
                try options.beforeCommit?()
                return value
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// One consistent snapshot.
    ///
    /// - Throws: ``StoreError``, or what `body` throws.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try database.read(body)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// How many bytes the database has.
    package var size: Int64 {
        get throws {
            try read { db in
                let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                return try pages * (Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
            }
        }
    }

    /// Looks through the whole file; reads go on meanwhile, and so do writes.
    ///
    /// - Throws: ``StoreError/damaged(path:detail:)``.
    package func checkIntegrity() throws {
        do {
            try Self.checkIntegrity(of: database, path: path)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    static func checkIntegrity(of database: some DatabaseReader, path: String) throws {
        let findings = try database.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(1)") }
        guard findings == ["ok"] else { throw StoreError.damaged(path: path, detail: findings.joined(separator: "; ")) }
    }

    /// Puts the log into the database file and closes. Nothing may use the store after it.
    package func close() throws {
        try? database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try database.close()
    }
}
