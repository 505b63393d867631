import ArgumentParser
import DialerDaemon
import Foundation
package import Settings

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the daemon in the foreground, as systemd wants it."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Flag(help: "Read the configuration and the auth token, say what is wrong with them, and run nothing.")
    var check = false

    @Option(
        name: .customLong("log-level"),
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical; over log.level in the configuration.",
            valueName: "level"
        )
    )
    var logLevel: Configuration.Log.Level?

    @Option(
        name: .customLong("log-format"),
        help: ArgumentHelp("auto, text, json or journal; over log.format in the configuration.", valueName: "format")
    )
    var logFormat: Configuration.Log.Format?

    func run() async throws {
        let (option, level, format) = (configurationOption, logLevel, logFormat)
        let daemon = try Daemon(environment: ProcessInfo.processInfo.environment) {
            var configuration = try option.load(needsToken: true, isDaemon: true)
            configuration.log.level = level ?? configuration.log.level
            configuration.log.format = format ?? configuration.log.format
            return configuration
        }
        if check {
            try daemon.check()
            return try Output.line("the configuration is good")
        }
        try await daemon.run()
    }
}

extension Configuration.Log.Level: ExpressibleByArgument {}
extension Configuration.Log.Format: ExpressibleByArgument {}
