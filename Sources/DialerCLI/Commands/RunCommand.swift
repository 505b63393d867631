import ArgumentParser
import DialerDaemon
import Logging

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the daemon in the foreground, as systemd wants it."
    )

    @OptionGroup var configurationOption: ConfigurationOption

    @Option(
        name: .customLong("log-level"),
        help: "trace, debug, info, notice, warning, error or critical.",
        transform: { name in
            guard let level = Logger.Level(rawValue: name) else {
                throw ValidationError(
                    "no log level: \(name); choose trace, debug, info, notice, warning, error or critical"
                )
            }
            return level
        }
    )
    var logLevel: Logger.Level = .info

    func run() async throws {
        let configuration = try configurationOption.load(needsToken: true)
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "dialerd")
        logger.logLevel = logLevel
        try await Daemon(configuration, logger: logger).run()
    }
}
