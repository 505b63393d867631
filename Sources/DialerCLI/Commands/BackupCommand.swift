import ArgumentParser
import DialerStore

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database, with or without a running daemon.",
        discussion: """
            The copy is the database of one moment, checked before it gets its name. Until then it is FILE.part. Nobody \
            waits for it: the daemon goes on dialling. docs/operating.md says how to restore it.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The file to be made.", completion: .file())
    var file: String

    @Flag(help: "Replace FILE, if it is a backup.")
    var force = false

    func validate() throws {
        if file.isEmpty { throw ValidationError("Name the file to be made.") }
    }

    func run() throws {
        let (store, _) = try configurationOption.open(.backup)
        let backup = try BackupFile(file, replacing: force, copyOf: store.path)
        let size: Int64
        do {
            try store.backup(to: backup.part)
            size = try backup.finish()
        } catch {
            backup.discard()
            guard case StoreError.diskFull(backup.part) = error else { throw error }
            throw Failure(
                "\(file) cannot be written: its disk is full; free some space, or name a file on another disk"
            )
        }
        try Output.line("\(file) is a checked copy of \(store.path), \(Self.words(size))")
    }

    /// `48.3 MiB`.
    private static func words(_ bytes: Int64) -> String {
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return "\(tenths / 10).\(tenths % 10) MiB"
    }
}
