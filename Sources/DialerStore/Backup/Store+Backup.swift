package import DialerCore
import GRDB

extension Store {
    /// Writes a copy of the database as it is at this moment into a new or empty file, and checks it. The copy is on
    /// disk when this returns, and one file: it needs no log beside it. It tells when it was made.
    ///
    /// It reads one snapshot of the log, so nobody who writes waits for it; the log grows until it is done.
    ///
    /// - Throws: ``StoreError``, which names the copy if that cannot be written.
    package func backup(to path: String, at now: WallTime) throws {
        try copy(to: path) { try BackupStamp.write(now, $0) }
        do {
            try Store(path: path, access: .backup).checkIntegrity()
        } catch StoreError.damaged(_, let detail) {
            throw StoreError.damaged(path: self.path, detail: "its copy has an error: \(detail)")
        }
    }

    /// - Parameter finish: writes into the copy, which is one file by then.
    func copy(to path: String, finish: (Database) throws -> Void = { _ in }) throws {
        let copy = try Self.blaming(path) { try DatabaseQueue(path: path) }
        try read { db in
            // All pages in one step: between two, what others write would make it begin again.
            try Self.blaming(path) { try copy.writeWithoutTransaction { try db.backup(to: $0) } }
        }
        try Self.blaming(path) {
            // It has the header of a database with a log: whoever opened it would make one.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.write(finish)
            try copy.close()
        }
    }

    private static func blaming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
