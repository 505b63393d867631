import Foundation
import GRDB

/// The size of the files. The database shrinks slice by slice, and its log is truncated when it is long.
extension Store {
    /// Seconds for which truncating the log waits for readers. Writers wait as long.
    private static let giveUpTime = 0.05

    /// Makes a new database able to return unused pages to the file system. SQLite needs pointers to each page for
    /// this, and they must be switched on before the first table exists.
    static func makeShrinkable(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 else { return }
        try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
    }

    /// Whether the database can return unused pages to the file system.
    package var isShrinkable: Bool {
        get throws { try read { try Int.fetchOne($0, sql: "PRAGMA auto_vacuum") == 2 } }
    }

    /// Rewrites an older database so that it can shrink. Meanwhile the files take three times the database's size.
    /// Without enough space the database stays as it is: it works too, and SQLite uses its unused pages again.
    func rewriteShrinkable() {
        let folder = (path as NSString).deletingLastPathComponent
        guard (try? isShrinkable) == false, let size = try? size, let free = try? freeSpace(at: folder), free / 2 > size
        else { return }
        try? database.writeWithoutTransaction { db in
            // The temporary copy may be larger than memory.
            try db.execute(sql: "PRAGMA temp_store = FILE; PRAGMA auto_vacuum = INCREMENTAL")
            defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
            try db.execute(sql: "VACUUM")
            _ = try db.checkpoint(.truncate)
        }
    }

    /// Whether a campaign is running, so that cached pages are useful.
    package func isBusy() throws -> Bool {
        try read { try $0.row("SELECT 1 FROM campaigns WHERE state = 'running' LIMIT 1") != nil }
    }

    /// Frees cached pages that are no longer needed, for example those of the check at the start. Returns at once, and
    /// readers do not wait.
    package func releaseMemory() {
        (database as? DatabasePool)?.releaseMemoryEventually()
    }

    /// Returns up to `pages` unused pages of 4 KiB to the file system, but keeps `reserve` unused pages for new data.
    ///
    /// - Returns: whether more pages can be returned.
    package func giveBack(pages: Int, keeping reserve: Int) throws -> Bool {
        try StoreError.about(path) {
            try database.writeWithoutTransaction { db in
                let unused = { try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0 }
                let free = try unused()
                guard free > reserve, try Int.fetchOne(db, sql: "PRAGMA auto_vacuum") == 2 else { return false }
                _ = try Row.fetchAll(db, sql: "PRAGMA incremental_vacuum(\(min(pages, free - reserve)))")
                // If no page was returned this time, none will be the next time.
                return try (reserve + 1..<free).contains(unused())
            }
        }
    }

    /// The size of the write-ahead log on disk, in bytes.
    package var logSize: Int64 { DatabaseFiles(path).logSize }

    /// Merges a log that is longer than `limit` bytes into the database, and truncates it.
    ///
    /// Writers can continue during nearly all of this. Readers of an older state prevent truncation: it waits for them
    /// for up to 50 ms, and the next call tries again.
    ///
    /// - Returns: whether the log is within the limit now.
    /// - Throws: ``StoreError``.
    package func cutLog(above limit: Int64) throws -> Bool {
        guard logSize > limit else { return true }
        var configuration = Self.configuration(options)
        configuration.busyMode = .timeout(Self.giveUpTime)
        return try StoreError.about(path) {
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                try queue.writeWithoutTransaction { db in
                    _ = try db.checkpoint(.passive)
                    _ = try db.checkpoint(.truncate)
                }
                try queue.close()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
            return logSize <= limit
        }
    }
}
