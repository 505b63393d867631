import ArgumentParser
import DialerDaemon
import DialerStore
import Foundation
import Settings

/// `--config FILE`, which every subcommand takes.
struct ConfigurationOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: "The configuration file (default: $DIALERD_CONFIG, else /etc/dialerd/dialerd.yaml).",
        completion: .file(extensions: ["yaml"])
    )
    var file: String?

    var path: String {
        file ?? ProcessInfo.processInfo.environment["DIALERD_CONFIG"] ?? "/etc/dialerd/dialerd.yaml"
    }

    /// - Parameters:
    ///   - needsToken: whether a missing auth token is a problem.
    ///   - isDaemon: for the daemon, a file that it may not read is a wrong configuration; for a command, the user
    ///     lacks permission.
    /// - Throws: `SettingsError` with every problem, or ``Failure``.
    func load(needsToken: Bool = false, isDaemon: Bool = false) throws -> Configuration {
        do throws(SettingsError) {
            return try Configuration.load(
                file: path,
                environment: ProcessInfo.processInfo.environment,
                needsToken: needsToken,
                whyDenied: { FileAccess(.reading, of: $0).problem }
            )
        } catch {
            if error.isDenied, !isDaemon { throw Failure(error.problems.map(\.description), code: .no) }
            let name = URL(filePath: path).lastPathComponent
            throw SettingsError(
                error.problems.map { problem in
                    var problem = problem
                    problem.file = name
                    return problem
                }
            )
        }
    }

    /// Opens the database of the configured state directory, and finds out whether a daemon runs on it.
    func open(_ access: Store.Access = .readOnly) throws -> (store: Store, isDaemonRunning: Bool) {
        try open(access, of: try load())
    }

    func open(_ access: Store.Access = .readOnly, of configuration: Configuration) throws -> (
        store: Store, isDaemonRunning: Bool
    ) {
        let state = StateDirectory(configuration.stateDirectory)
        try state.admit(access == .readOnly || access == .backup ? .reading : .writing)
        return (try Store(path: state.database, access: access), state.holder != nil)
    }
}
