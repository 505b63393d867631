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

    /// - Parameter needsToken: false for those who never talk to Plivo.
    /// - Throws: `SettingsError` with every problem.
    func load(needsToken: Bool = false) throws -> Configuration {
        let environment = ProcessInfo.processInfo.environment
        let path = file ?? environment["DIALERD_CONFIG"] ?? "/etc/dialerd/dialerd.yaml"
        return try Configuration.load(file: path, environment: environment, needsToken: needsToken)
    }

    /// The database of the configured state directory, and whether a daemon holds that.
    func open(_ access: Store.Access = .readOnly) throws -> (store: Store, isDaemonRunning: Bool) {
        try open(access, of: try load())
    }

    func open(_ access: Store.Access = .readOnly, of configuration: Configuration) throws -> (
        store: Store, isDaemonRunning: Bool
    ) {
        let state = StateDirectory(configuration.stateDirectory)
        return (try Store(path: state.database, access: access), state.holder != nil)
    }
}
