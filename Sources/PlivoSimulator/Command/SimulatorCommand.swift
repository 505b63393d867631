package import ArgumentParser
import Foundation
import Logging
import NIOCore

/// The server's socket could not be bound.
private struct CannotListen: Error, CustomStringConvertible {
    let address: String

    var description: String {
        "Cannot listen on \(address): it is in use, or not an address of this machine; choose another --listen."
    }
}

/// The command line of `plivo-simulator`. Wrong usage is one sentence on standard error and exit code 64.
package struct SimulatorCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plivo-simulator",
        abstract: "A stand-in for Plivo's Voice API on loopback: it takes calls, rings nobody and calls back."
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var behaviour: BehaviourOptions
    @OptionGroup var trouble: TroubleOptions

    package init() {}

    package mutating func validate() throws {
        do {
            _ = try settings()
        } catch let problem as UsageProblem {
            throw ValidationError(problem.description)
        }
    }

    package func run() async throws {
        LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
        var logger = Logger(label: "plivo-simulator")
        logger.logLevel = behaviour.verbose ? .info : .warning
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

    /// Everything the flags say, checked.
    package func settings() throws -> SimulatorSettings {
        var settings = SimulatorSettings()
        settings.switchboard.nonce = .random(in: .min ... .max)
        try account.apply(to: &settings)
        try behaviour.apply(to: &settings)
        try trouble.apply(to: &settings)
        settings.switchboard.form = CallbackForm(authID: settings.authID, zone: settings.zone)
        return settings
    }

    /// Reads the command line, runs, and leaves with the right exit code.
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
