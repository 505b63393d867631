package import ArgumentParser
import Foundation
import Logging
import NIOCore

/// The command line of `plivo-simulator`. Wrong usage gives one sentence on standard error and the exit code 64.
package struct SimulatorCommand: AsyncParsableCommand {
    private struct CannotListen: Error, CustomStringConvertible {
        let address: String

        var description: String {
            "Cannot listen on \(address): it is in use, or not an address of this machine; choose another --listen."
        }
    }

    package static let configuration = CommandConfiguration(
        commandName: "plivo-simulator",
        abstract: "Simulates Plivo's Voice API on loopback: accepts calls, dials no telephone and sends callbacks."
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var calls: CallOptions
    @OptionGroup var faults: FaultOptions

    package init() {}

    package mutating func validate() throws {
        do {
            _ = try settings()
        } catch let error as UsageError {
            throw ValidationError(error.description)
        }
    }

    package func run() async throws {
        LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
        var logger = Logger(label: "plivo-simulator")
        logger.logLevel = calls.verbose ? .info : .warning
        let simulator = try Simulator(settings: settings(), logger: logger)
        do {
            try await simulator.run(stopsOnSignals: true) { baseURL in
                let line = "plivo-simulator: listening on \(baseURL)\n"
                try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
            }
        } catch is IOError {
            throw CannotListen(address: account.listen)
        }
    }

    /// The settings that the flags give, with a nonce drawn at random.
    ///
    /// - Throws: `UsageError` for the first flag that is wrong.
    package func settings() throws -> SimulatorSettings {
        var settings = SimulatorSettings()
        settings.calls.nonce = .random(in: .min ... .max)
        try account.apply(to: &settings)
        try calls.apply(to: &settings)
        try faults.apply(to: &settings)
        return settings
    }

    /// Reads the command line, runs, and exits with the exit code.
    package static func start() async {
        do {
            let command = try parse()
            try await command.run()
        } catch {
            let code = exitCode(for: error)
            guard code != .success else { exit(withError: error) }
            try? FileHandle.standardError.write(contentsOf: Data("plivo-simulator: \(message(for: error))\n".utf8))
            exit(withError: code)
        }
    }
}
