import Foundation
import GRDB

/// The size of the files: the database shrinks by slices, and its log is cut when it has grown long.
extension Store {
    /// How long the log's end waits for those who read: whoever writes meanwhile waits as long.
    private static let patience = 0.05

    /// Pages that are not used any more can be given back only by a database that knows who points to each page, which has
    /// to be said before its first table.
    static func makeShrinkable(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 else { return }
        try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
    }

    /// Whether pages that are not used can be given back.
    package var isShrinkable: Bool {
        get throws { try read { try Int.fetchOne($0, sql: "PRAGMA auto_vacuum") == 2 } }
    }

    /// Writes an older database anew, as one that can shrink; it takes its size three times over for a while. One for which
    /// there is no room stays as it is: it works as well, and its unused pages are used again.
    func rewriteShrinkable() {
        let folder = (path as NSString).deletingLastPathComponent
        guard (try? isShrinkable) == false, let size = try? size, let free = try? freeSpace(at: folder), free / 2 > size
        else { return }
        try? database.writeWithoutTransaction { db in
            // Gigabytes are not for the memory.
            try db.execute(sql: "PRAGMA temp_store = FILE; PRAGMA auto_vacuum = INCREMENTAL")
            defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
            try db.execute(sql: "VACUUM")
            _ = try db.checkpoint(.truncate)
        }
    }

    /// Whether a campaign is under way: then memory is of use.
    package func isBusy() throws -> Bool {
        try read {
            try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM campaigns WHERE state = 'running')") ?? false
        }
    }

    /// Forgets pages of the database that were read for what is over, such as the check at the start. Nobody who reads is waited
    /// for, nor has to wait.
    package func releaseMemory() {
        (database as? DatabasePool)?.releaseMemoryEventually()
    }

    /// Gives up to `pages` of 4 KiB back to the file system, while more than `reserve` are not used.
    ///
    /// - Returns: whether there are more.
    package func giveBack(pages: Int, keeping reserve: Int) throws -> Bool {
        try withoutTransaction { db in
            let unused = { try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0 }
            let free = try unused()
            guard free > reserve, try Int.fetchOne(db, sql: "PRAGMA auto_vacuum") == 2 else { return false }
            _ = try Row.fetchAll(db, sql: "PRAGMA incremental_vacuum(\(min(pages, free - reserve)))")
            // Where nothing was given back, asking again would give nothing either.
            return try (reserve + 1..<free).contains(unused())
        }
    }

    /// How many bytes the write-ahead log has on disk.
    package var logSize: Int64 { DatabaseFiles(path).logSize }

    /// Brings a log that is longer than `limit` bytes into the database and cuts it to nothing.
    ///
    /// Nearly all of it is done beside those who write. Who reads an older state keeps it from being cut: they are waited
    /// for during 50 ms, and the next look tries again.
    ///
    /// - Returns: whether it is within the limit now.
    package func cutLog(above limit: Int64) throws -> Bool {
        guard logSize > limit else { return true }
        do {
            var configuration = Self.configuration(options)
            configuration.busyMode = .timeout(Self.patience)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { db in
                _ = try db.checkpoint(.passive)
                _ = try db.checkpoint(.truncate)
            }
            try queue.close()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
        return logSize <= limit
    }

    private func withoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try database.writeWithoutTransaction(body)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
