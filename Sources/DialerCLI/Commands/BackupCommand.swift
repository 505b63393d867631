import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore
import Settings

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database, with or without a running daemon.",
        discussion: """
            The copy is the database of one moment, checked before it gets its name. Until then it is FILE.part. Nobody \
            waits for it: the daemon goes on dialling. In a folder the file is named after the moment, such as \
            dialerd-20261122T030000Z.sqlite3. dialerd restore puts it back.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The file to be made, or a folder for it.", completion: .file())
    var file: String

    @Option(help: "Then remove all but the newest so many backups of the folder, which is made if it is not there.")
    var keep: Int?

    @Flag(help: "Replace FILE, if it is a backup.")
    var force = false

    func validate() throws {
        if file.isEmpty { throw ValidationError("Name the file to be made.") }
        if let keep, keep < 1 { throw ValidationError("--keep is a number from 1.") }
    }

    func run() throws {
        let loaded = try configurationOption.load()
        let (store, _) = try configurationOption.open(.backup, of: loaded)
        let now = SystemClock.wall
        let folder = BackupFolder(file, isMeant: keep != nil)
        if keep != nil, folder == nil {
            throw Failure("\(file) is a file: --keep goes with a folder of backups", code: .usage)
        }
        try folder?.prepare(like: loaded.stateDirectory)
        let target = folder?.file(at: now) ?? file
        let size = try copy(store, to: target, at: now)
        try Output.line("\(target) is a checked copy of \(store.path), \(Bytes.words(size))")
        if let folder, let keep {
            let removed = try folder.prune(keeping: keep, sparing: target)
            if removed > 0 { try Output.line("\(counted(removed, "older backup")) removed from \(folder.path)") }
        }
    }

    /// - Returns: the copy's size in bytes.
    private func copy(_ store: Store, to target: String, at now: WallTime) throws -> Int64 {
        let backup = try BackupFile.begin(target, replacing: force, copyOf: store.path)
        do {
            try store.backup(to: backup.part, at: now)
            return try backup.finish()
        } catch {
            backup.discard()
            guard case StoreError.diskFull(backup.part) = error else { throw error }
            throw Failure(
                "\(target) cannot be written: its disk is full; free some space, or name a file on another disk"
            )
        }
    }
}
