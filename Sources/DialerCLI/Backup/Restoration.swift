import DialerCore
import DialerDaemon
import DialerStore
import Glibc

/// Replaces the database of a state directory by a backup. After a crash at any point, the file under the database's
/// name is either the old database or the new one, complete.
struct Restoration {
    private let backup: BackupCopy
    private let database: String
    private let now: WallTime

    struct Outcome {
        /// The path of the replaced database; nil if there was none.
        var aside: String?
        /// The names of the campaigns that are now halted.
        var halted: [String]
    }

    /// Locks the state directory until this process ends, and checks the backup for damage.
    ///
    /// - Throws: ``Failure`` if a daemon runs, or if the file is not an intact backup.
    init(of file: String, into state: StateDirectory, at now: WallTime) throws {
        let wasRoot = try state.becomeOwner()
        try state.admit(.writing)
        do throws(StateProblem) {
            try state.lock()
        } catch .held(_, let pid) {
            throw Failure(
                "a daemon (pid \(pid)) runs on \(state.path): stop it first (systemctl stop dialerd), start it afterwards"
            )
        }
        guard !Self.isSame(file, state.database) else {
            throw Failure("\(file) is the database itself: name a backup of it")
        }
        if !Self.exists(file) { throw Failure("there is no file \(file): name one that dialerd backup has written") }
        if let problem = FileAccess(.reading, of: file).problem {
            let remedy =
                "\(file) cannot be read by the owner of \(state.path), as whom restore works: let that user read it"
            throw Failure(wasRoot ? remedy : problem)
        }
        do {
            backup = try BackupCopy(path: file)
        } catch StoreError.damaged(_, let detail) {
            throw Failure("\(file) is damaged (\(detail)): restore an older backup")
        }
        database = state.database
        self.now = now
    }

    /// When the backup was made: the time stored in it, otherwise the time of the file's last change.
    var madeAt: WallTime? {
        if let madeAt = backup.madeAt { return madeAt }
        var status = stat()
        guard stat(backup.path, &status) == 0 else { return nil }
        return WallTime(milliseconds: Int64(status.st_mtim.tv_sec) * 1000)
    }

    var campaigns: Set<String> {
        get throws { try backup.campaigns }
    }

    /// A sentence that lists what restoring would lose; nil if nothing would be lost.
    func objection() throws -> String? {
        guard Self.exists(database) else {
            return DatabaseFiles(database).isWhole ? nil : RestoreText.objection(toForgettingTheLogOf: database)
        }
        do {
            let losses = try backup.losses(against: database)
            return losses.isNone ? nil : RestoreText.objection(losses, database: database, backup: backup.path)
        } catch let error as StoreError {
            switch error {
            case .damaged, .foreign, .failed:
                return RestoreText.objection(toReplacingUnknown: database, because: error, backup: backup.path)
            default: throw error
            }
        }
    }

    func run() throws -> Outcome {
        let part = try PartFile(database)
        do {
            let moment = madeAt.map(RestoreText.minute) ?? "an unknown time"
            let halted = try backup.write(to: part.part, from: moment)
            try part.setAccess(like: Self.model(of: database), mode: DatabaseFiles(database).mode)
            let aside = database + ".replaced-" + now.basicText
            let isReplacing = Self.exists(database)
            if isReplacing { try keepDatabase(as: aside) }
            try removeLog(keepingAs: aside)
            try part.finish()
            return Outcome(aside: isReplacing ? aside : nil, halted: halted)
        } catch {
            part.discard()
            throw error
        }
    }

    /// Gives the present database a second name, under which it remains when the new database takes the first.
    private func keepDatabase(as aside: String) throws {
        do {
            try Store.mergeLog(of: database)
        } catch StoreError.damaged {
            // The write-ahead log is kept beside the database.
        }
        guard link(database, aside) == 0 else {
            throw Failure("\(database) cannot be kept as \(aside) (\(String(cString: strerror(errno))))")
        }
    }

    /// Removes the log and its index: SQLite would write an old log into the new database, even if the log's own
    /// database is gone. A log whose data is not yet in its database is kept beside the replaced database, so that the
    /// data can be recovered.
    private func removeLog(keepingAs aside: String) throws {
        let present = DatabaseFiles(database)
        if !present.isWhole, rename(present.log, DatabaseFiles(aside).log) != 0 {
            throw Failure("\(present.log) cannot be kept (\(String(cString: strerror(errno)))): move it elsewhere")
        }
        unlink(present.log)
        unlink(present.index)
    }

    /// The owner and group for the database: those of the present database, otherwise those of its folder.
    private static func model(of database: String) -> stat {
        var status = stat()
        if stat(database, &status) == 0 { return status }
        stat(String(database[..<(database.lastIndex(of: "/") ?? database.startIndex)]), &status)
        return status
    }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func isSame(_ path: String, _ other: String) -> Bool {
        var one = stat()
        var two = stat()
        return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }
}
