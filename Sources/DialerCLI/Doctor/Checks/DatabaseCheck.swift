import DialerCore
import DialerDaemon
import DialerStore
import Foundation

/// The database and its backups. Call it on a thread of its own: it reads the database for up to five seconds.
struct DatabaseCheck {
    private static let readingMilliseconds = 5000
    private static let largestLog: Int64 = 256 << 20
    private static let oldestBackup = Duration.seconds(48 * 3600)

    let state: StateDirectory
    let now: WallTime

    var findings: [Finding] { [database, backups].compactMap(\.self) }

    private var database: Finding {
        if let problem = FileAccess(.reading, of: state.database).problem {
            return .problem(.database, sentence: problem)
        }
        do {
            // Access for backups also opens databases of older versions.
            let store =
                try (try? Store(path: state.database, access: .readOnly))
                ?? Store(path: state.database, access: .backup)
            let schema = try store.schema
            guard schema.age != .newer else { throw StoreError.newer(path: state.database) }
            let isComplete = try store.checkIntegrity(withinMilliseconds: Self.readingMilliseconds)
            return finding(schema: schema, size: try store.size, isComplete: isComplete)
        } catch StoreError.missing {
            let remedy = "start the daemon once: systemctl start dialerd"
            return .warning(.database, "there is no database at \(state.database)", remedy: remedy)
        } catch {
            return .problem(.database, sentence: "\(error)")
        }
    }

    private func finding(schema: (version: String, age: Store.SchemaAge), size: Int64, isComplete: Bool) -> Finding {
        let log = DatabaseFiles(state.database).logSize
        let condition =
            isComplete ? "no damage" : "no damage in what was read within \(Self.readingMilliseconds / 1000) s"
        let text = "schema \(schema.version), \(ByteCountText.text(size)), log \(ByteCountText.text(log)), \(condition)"
        if schema.age == .older {
            return .warning(.database, "\(text); it is of an older version", remedy: "restart the daemon")
        }
        if log > Self.largestLog {
            let remedy = "end programs that keep reading the database, such as sqlite3, and restart the daemon"
            return .warning(.database, "\(text): the log has grown too large", remedy: remedy)
        }
        return .ok(.database, text)
    }

    /// Nil if there is no folder of backups.
    private var backups: Finding? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: state.backups) else { return nil }
        let backups = BackupName.all(in: names)
        let remedy = "systemctl enable --now dialerd-backup.timer, and systemctl status dialerd-backup.service"
        guard let newest = backups.first else {
            return .warning(.backups, "there is no backup in \(state.backups)", remedy: remedy)
        }
        let age = now - newest.madeAt
        let text = "\(pluralized(backups.count, "backup")), the newest is \(Int(age.inSeconds / 3600)) h old"
        return age > Self.oldestBackup ? .warning(.backups, text, remedy: remedy) : .ok(.backups, text)
    }
}
