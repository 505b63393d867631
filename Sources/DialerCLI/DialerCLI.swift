import ArgumentParser
import DialerDaemon
import Glibc

/// The command line: chooses the subcommand, and turns what goes wrong into one sentence and an exit code.
package enum DialerCLI {
    /// Before the first `await`, which starts threads.
    package static func prepareProcess() {
        // A reader that has seen enough, such as `head`, must not end us with a signal.
        signal(SIGPIPE, SIG_IGN)
        // libdispatch writes to syslog for each thread whose niceness it may not set, and no user may set that.
        setenv("LIBDISPATCH_LOG", "NO", 1)
    }

    package static func main() async {
        do {
            var command = try RootCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    /// Help and version are no failures; wrong usage is 64, as ArgumentParser has it.
    private static func leave(with error: any Error) -> Never {
        if let failure = Failure(error) {
            failure.sentences.forEach { Output.error("dialerd: \($0)") }
            exit(failure.code.rawValue)
        }
        if let unknown = UnknownSubcommand(CommandLine.arguments.dropFirst()) {
            Output.error("dialerd: \(unknown)")
            exit(ExitStatus.usage.rawValue)
        }
        RootCommand.exit(withError: error)
    }
}

struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialerd",
        abstract: "Dials voice campaigns from CSV files through Plivo.",
        version: Daemon.version,
        subcommands: [
            RunCommand.self, StatusCommand.self, CheckCommand.self, ResultsCommand.self, PauseCommand.self,
            ResumeCommand.self, CancelCommand.self, ResolveCommand.self, DoNotCallCommand.self, ExplainCommand.self,
            CallCommand.self, BackupCommand.self, RestoreCommand.self,
            DoctorCommand.self,
        ]
    )
}
