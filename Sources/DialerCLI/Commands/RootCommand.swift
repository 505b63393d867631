import ArgumentParser
import DialerDaemon

/// `dialerd`. A new subcommand is a file in this folder and its type in this list.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialerd",
        abstract: "Dials voice campaigns from CSV files through Plivo.",
        version: Daemon.version,
        subcommands: [
            RunCommand.self, StatusCommand.self, CheckCommand.self, ResultsCommand.self, PauseCommand.self,
            ResumeCommand.self, CancelCommand.self, ResolveCommand.self, DoNotCallCommand.self, ExplainCommand.self,
            CallCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
        ]
    )
}
