package import DialerCore
import GRDB

extension Store {
    /// Writes a copy of the database's present state into a new or empty file, and checks it. When this returns, the
    /// copy is on disk and complete in one file, without a log, and it has a stamp with the time.
    ///
    /// The copy reads one snapshot, so that writers do not wait. The database's log grows until the copy is complete.
    ///
    /// - Throws: ``StoreError``; if the copy cannot be written, the error has the copy's path.
    package func backup(to path: String, at now: WallTime) throws {
        try copy(to: path) { try BackupStamp.write(now, $0) }
        do {
            try Store(path: path, access: .backup).checkIntegrity()
        } catch StoreError.damaged(_, let detail) {
            throw StoreError.damaged(path: self.path, detail: "its copy has an error: \(detail)")
        }
    }

    /// - Parameter finish: writes into the copy, which has no log any more.
    func copy(to path: String, finish: (Database) throws -> Void = { _ in }) throws {
        let copy = try StoreError.about(path) { try DatabaseQueue(path: path) }
        try read { db in
            // All pages are copied in one step. Between two steps, any write to the database would restart the copy.
            try StoreError.about(path) { try copy.writeWithoutTransaction { try db.backup(to: $0) } }
        }
        try StoreError.about(path) {
            // The copy's header says that it has a log, so opening the copy would create one.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.write(finish)
            try copy.close()
        }
    }
}
