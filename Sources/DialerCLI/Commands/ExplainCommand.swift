import ArgumentParser
import DialerDaemon
import DialerStore
import Foundation
import Settings

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a number was called, was not called, or is not called yet.",
        discussion: """
            It shows every campaign that has the number, every attempt, what prevents a call now, and the next time at \
            which the number can be called. The exit code is 1 if no campaign has the number and it is not on the \
            do-not-call list.
            """
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "A number or a SIP URI.")
    var number: String

    @Flag(help: "Print JSON (schema in docs/cli.md).")
    var json = false

    func run() throws {
        let configuration = try configurationOption.load()
        let destination = try NumberParser(configuration).destination(number)
        let (store, isDaemonRunning) = try configurationOption.open(of: configuration)
        let report = try store.explain(
            destination,
            isDaemonRunning: isDaemonRunning,
            timeZones: SystemTimeZones(environment: ProcessInfo.processInfo.environment),
            at: SystemClock.wall
        )
        if json {
            try Output.json(ExplainDocument.object(report))
        } else {
            try Output.write(ExplainText(report).text)
        }
        if report.isEmpty { throw ExitCode(ExitStatus.no.rawValue) }
    }
}
