import ArgumentParser
import DialerDaemon
import Foundation
package import Settings

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the daemon in the foreground, as systemd expects it."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Flag(help: "Only check the configuration and the auth token, and report problems.")
    var check = false

    @Option(
        name: .customLong("log-level"),
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical; overrides log.level of the configuration.",
            valueName: "level"
        )
    )
    var logLevel: Configuration.Log.Level?

    @Option(
        name: .customLong("log-format"),
        help: ArgumentHelp(
            "auto, text, json or journal; overrides log.format of the configuration.",
            valueName: "format"
        )
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
