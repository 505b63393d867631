import ArgumentParser
import DialerCore
import DialerDaemon
import DialerStore
import Glibc
import Settings

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database, with or without a running daemon.",
        discussion: """
            The copy shows the database at one moment. It is written as FILE.part, checked, and then renamed to FILE; the \
            daemon goes on dialing meanwhile. In a folder, the file is named after the time in UTC, such as \
            dialerd-20261122T030000Z.sqlite3. dialerd restore restores it.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The file to write, or a folder for it.", completion: .file())
    var file: String

    @Option(help: "Create the folder if needed, and afterwards remove all but its newest N backups.")
    var keep: Int?

    @Flag(help: "Replace an existing FILE, if it is a database.")
    var force = false

    func validate() throws {
        if file.isEmpty { throw ValidationError("Name the file to write.") }
        if let keep, keep < 1 { throw ValidationError("--keep takes a number of 1 or more.") }
    }

    func run() throws {
        let loaded = try configurationOption.load()
        let (store, _) = try configurationOption.open(.backup, of: loaded)
        let now = SystemClock.wall
        let folder = BackupFolder(file, isIntended: keep != nil)
        if keep != nil, folder == nil {
            throw Failure("\(file) is a file: --keep takes a folder of backups", code: .usage)
        }
        try folder?.create(like: loaded.stateDirectory)
        let target = folder?.file(at: now) ?? file
        if folder != nil, !force, access(target, F_OK) == 0 {
            throw Failure("a backup of this second exists already: try again")
        }
        let size = try copy(store, to: target, at: now)
        try Output.line("\(target) is a checked copy of \(store.path), \(ByteCountText.text(size))")
        if let folder, let keep {
            let removed = try folder.prune(keeping: keep, except: target)
            if removed > 0 { try Output.line("\(pluralized(removed, "older backup")) removed from \(folder.path)") }
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
