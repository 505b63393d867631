import ArgumentParser
import Glibc

/// The command line: runs the subcommand, and turns its errors into sentences on standard error and an exit code.
package enum DialerCLI {
    /// Prepares signals and the environment. Call it before the first `await`, which starts threads.
    package static func prepareProcess() {
        // A reader that stops early, such as `head`, must not end the process with a signal.
        signal(SIGPIPE, SIG_IGN)
        // libdispatch writes to syslog for each thread whose niceness it may not set, and no user may set the niceness.
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
            exit(with: error)
        }
    }

    /// ArgumentParser handles the remaining errors: help and version exit with 0, wrong usage with 64.
    private static func exit(with error: any Error) -> Never {
        if let failure = Failure(error) {
            failure.sentences.forEach { Output.error("dialerd: \($0)") }
            Glibc.exit(failure.code.rawValue)
        }
        if let unknown = UnknownSubcommand.sentence(CommandLine.arguments.dropFirst()) {
            Output.error("dialerd: \(unknown)")
            Glibc.exit(ExitStatus.usage.rawValue)
        }
        RootCommand.exit(withError: error)
    }
}
