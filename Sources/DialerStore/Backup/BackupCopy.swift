package import DialerCore
import GRDB

/// A backup that is to be restored.
package struct BackupCopy: Sendable {
    package let path: String
    /// Nil if the file has no stamp, because `Store.backup(to:at:)` did not make it.
    package let madeAt: WallTime?
    private let database: DatabaseQueue

    /// Opens the file for reading and checks all of it, which takes time for a large one.
    ///
    /// - Throws: ``StoreError`` if the file is missing, not a database of dialerd, damaged, or of a newer version.
    package init(path: String) throws {
        self.path = path
        do {
            guard DatabaseFiles.exists(path) else { throw StoreError.missing(path: path) }
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            let database = try DatabaseQueue(path: path, configuration: configuration)
            guard try database.read(Schema.isOfDialerd) else { throw StoreError.foreign(path: path) }
            try Schema.refuseNewer(database)
            try Store.checkIntegrity(of: database, path: path)
            madeAt = try database.read(BackupStamp.read)
            self.database = database
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError.foreign(path: path)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// Counts what the database at `present` has and this copy lacks.
    ///
    /// - Precondition: no process writes to that database meanwhile.
    /// - Throws: ``StoreError`` if that database cannot be read or is damaged.
    package func losses(against present: String) throws -> BackupLosses {
        try StoreError.about(present) {
            try database.inDatabase { db in
                try db.execute(sql: "ATTACH DATABASE ? AS present", arguments: [present])
                defer { try? db.execute(sql: "DETACH DATABASE present") }
                let findings = try String.fetchAll(db, sql: "PRAGMA present.quick_check(1)")
                guard findings == ["ok"] else {
                    throw StoreError.damaged(path: present, detail: findings.joined(separator: "; "))
                }
                return try BackupLosses(db)
            }
        }
    }

    /// The names of the copy's campaigns, without those whose import was under way: the daemon's next start removes
    /// these.
    package var campaigns: Set<String> {
        get throws {
            try database.read { try String.fetchSet($0, sql: "SELECT name FROM campaigns WHERE state <> 'importing'") }
        }
    }

    /// Writes the copy to a new or empty file as the database of a state directory. Every campaign that could call is
    /// halted, until an operator resumes it.
    ///
    /// - Parameter moment: when the backup was made, for people.
    /// - Returns: the names of the campaigns that were halted.
    package func write(to target: String, from moment: String) throws -> [String] {
        try Store(path: path, access: .backup).copy(to: target)
        return try StoreError.about(target) {
            let copy = try DatabaseQueue(path: target)
            let names = try copy.write { db in
                try BackupStamp.remove(db)
                try db.execute(sql: "DELETE FROM daemon")
                try db.execute(sql: "DELETE FROM waiting_files")
                let transaction = StoreTransaction(db, SettingsCache())
                return try Row.fetchAll(db, sql: "SELECT id, name FROM campaigns ORDER BY id").filter { row in
                    try transaction.apply(.restored(moment: moment), to: row["id"]) != .notPossible
                }
                .map { $0["name"] as String }
            }
            try copy.close()
            return names
        }
    }
}
