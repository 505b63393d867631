import DialerCore
import DialerDaemon
import DialerStore
import Glibc

/// Puts a backup in the place of a state directory's database. A crash at any moment leaves the old or the new one under
/// the name, whole.
struct Restoration {
    private let backup: BackupCopy
    private let database: String
    private let now: WallTime

    struct Outcome {
        /// Where the database before it is; nil if there was none.
        var aside: String?
        /// Campaigns that are halted now.
        var halted: [String]
    }

    /// Takes the state directory until this process ends, and looks through the file.
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
        if !Self.exists(file) { throw Failure("there is no file \(file): name one that dialerd backup has made") }
        if let problem = FileAccess(.reading, of: file).problem {
            let remedy =
                "\(file) cannot be read by the owner of \(state.path), as whom it is restored: let that user read it"
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

    /// When the backup was made; of a file that does not tell, when it was written last.
    var madeAt: WallTime? {
        if let madeAt = backup.madeAt { return madeAt }
        var status = stat()
        guard stat(backup.path, &status) == 0 else { return nil }
        return WallTime(milliseconds: Int64(status.st_mtim.tv_sec) * 1000)
    }

    var campaigns: Set<String> {
        get throws { try backup.campaigns }
    }

    /// Why it would be a mistake to go on; nil if nothing is lost by it.
    func objection() throws -> String? {
        guard Self.exists(database) else {
            return DatabaseFiles(database).isWhole ? nil : RestoreWords.objection(toForgettingTheLogOf: database)
        }
        do {
            let losses = try backup.losses(against: database)
            return losses.isNone ? nil : RestoreWords.objection(losses, database: database, backup: backup.path)
        } catch let error as StoreError {
            switch error {
            case .damaged, .foreign, .failed:
                return RestoreWords.objection(toReplacingUnknown: database, because: error, backup: backup.path)
            default: throw error
            }
        }
    }

    func run() throws -> Outcome {
        let part = try PartFile(database)
        do {
            let moment = madeAt.map(RestoreWords.minute) ?? "an unknown time"
            let halted = try backup.write(to: part.part, from: moment)
            try part.resemble(Self.model(of: database), mode: DatabaseFiles(database).mode)
            let aside = database + ".replaced-" + now.basicText
            let hasPresent = Self.exists(database)
            if hasPresent { try putAside(as: aside) }
            try clearBeside(aside: aside)
            try part.finish()
            return Outcome(aside: hasPresent ? aside : nil, halted: halted)
        } catch {
            part.discard()
            throw error
        }
    }

    /// Gives the present database a second name, under which it stays when the first is taken from it.
    private func putAside(as aside: String) throws {
        do {
            try Store.mergeLog(of: database)
        } catch StoreError.damaged {
            // Its log goes along.
        }
        guard link(database, aside) == 0 else {
            throw Failure("\(database) cannot be put aside as \(aside) (\(String(cString: strerror(errno))))")
        }
    }

    /// Leaves nothing beside the name: SQLite would write an old log into the new database, even one whose own database is gone.
    /// What is in it is kept under the other name: something may be saved from it.
    private func clearBeside(aside: String) throws {
        let present = DatabaseFiles(database)
        if !present.isWhole, rename(present.log, DatabaseFiles(aside).log) != 0 {
            throw Failure("\(present.log) cannot be put aside (\(String(cString: strerror(errno)))): move it elsewhere")
        }
        unlink(present.log)
        unlink(present.index)
    }

    /// Whose the database is to be: as the one before, else as its folder.
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
