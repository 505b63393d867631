import Foundation
import TestSupport

/// Everything that one test needs: a folder, a simulator, a configuration and, when it is started, a daemon.
final class SystemFixture: @unchecked Sendable {
    // Unchecked: used by one test at a time.

    private let folder: TemporaryFolder
    /// The state directory: another one for a test that needs it on a file system of its own.
    let state: String
    let simulator: Simulator
    /// The port of the daemon's listener, bound from the start, so that the daemon gets it whenever it starts.
    let listener: LoopbackSocket
    /// On the way of callbacks, for a test that cuts it.
    let relay: Relay?
    private var programs: [RunningProgram] = []
    private var commands = 0
    private(set) var daemon: RunningProgram?

    var path: String { folder.path }
    var port: Int { listener.port }
    var campaigns: String { path + "/campaigns" }
    var configuration: String { path + "/dialerd.yaml" }

    /// Runs `body` in a fixture of its own; ends every process and removes the folder afterwards.
    ///
    /// - Parameters:
    ///   - simulator: flags; calls pass ten times faster anyway.
    ///   - state: the state directory; nil for one in the fixture.
    ///   - baseURL: of another provider than the simulator.
    ///   - callsPerSecond: of the account, and of the daemon's limits.
    ///   - hasRelay: callbacks come by a relay that can be cut.
    static func open(
        simulator flags: [String] = [],
        state: String? = nil,
        baseURL: String? = nil,
        callsPerSecond: Int = 500,
        hasRelay: Bool = false,
        _ body: (SystemFixture) async throws -> Void
    ) async throws {
        try await limit.run {
            let folder = try TemporaryFolder()
            let speed = ["--cps", "\(callsPerSecond)", "--speed", "10", "--seed", "7"]
            let simulator = try await Simulator(speed + flags, in: folder.path)
            let fixture = try SystemFixture(folder: folder, state: state, simulator: simulator, hasRelay: hasRelay)
            do {
                try fixture.configure(baseURL: baseURL ?? simulator.baseURL, callsPerSecond: callsPerSecond)
                try await body(fixture)
                try await fixture.close()
            } catch {
                try await fixture.close()
                throw error
            }
        }
    }

    /// Each has two programs of its own.
    private static let limit = ConcurrencyLimit(8)

    private init(folder: TemporaryFolder, state: String?, simulator: Simulator, hasRelay: Bool) throws {
        self.folder = folder
        self.state = state ?? folder.path + "/state"
        self.simulator = simulator
        listener = try LoopbackSocket()
        relay = hasRelay ? try Relay(to: listener.port) : nil
        programs = [simulator.program]
    }

    private func close() async throws {
        for program in programs { try await program.end() }
        relay?.close()
    }

    private func configure(baseURL: String, callsPerSecond: Int) throws {
        try makeFolder(campaigns)
        try write(Simulator.authToken, to: "auth_token")
        try write(
            """
            state_dir: \(state)
            campaign_dir: \(campaigns)
            plivo:
              base_url: \(baseURL)
              auth_id: \(Simulator.authID)
              auth_token_file: \(path)/auth_token
            limits:
              calls_per_second: \(callsPerSecond)
              dispatch_interval: 200ms
              max_batch: 20
              max_calls_in_flight: 5000
              queue_ahead: 1s
            callbacks:
              listen: 127.0.0.1:\(port)
              public_url: http://127.0.0.1:\(relay?.port ?? port)
            reconcile:
              callback_grace: 1s
              give_up_after: 1m
            defaults:
              calling_hours: always # whenever the tests run

            """,
            to: "dialerd.yaml"
        )
    }

    /// - Parameter name: from the fixture's folder.
    func write(_ text: String, to name: String) throws {
        let file = try OpenFile("\(path)/\(name)")
        defer { file.close() }
        try file.write(text)
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    /// Waits for a file that gets its name when it is whole.
    @discardableResult
    func arrival(of name: String) async throws -> String {
        try await eventually(name, on: .changes(of: "\(path)/\(name)")) { text(name) }
    }

    /// Drops a campaign into the watched folder, settings first, each under its name at once.
    func drop(_ name: String, _ csv: String, settings: String? = ContactList.settings) throws {
        if let settings { try write(settings, to: "campaigns/\(name).yaml") }
        try write(csv, to: "campaigns/.\(name).csv.part")
        let folder = URL(filePath: campaigns)
        try FileManager.default.moveItem(
            at: folder.appending(path: ".\(name).csv.part"),
            to: folder.appending(path: "\(name).csv")
        )
    }

    /// Starts the daemon and does not wait for anything.
    @discardableResult
    func launchDaemon(_ arguments: [String] = []) throws -> RunningProgram {
        let daemon = try start(["run"] + arguments)
        self.daemon = daemon
        return daemon
    }

    /// Starts the daemon; returns when it listens.
    @discardableResult
    func startDaemon() async throws -> RunningProgram {
        let daemon = try launchDaemon()
        try await daemon.says("listening for callbacks")
        return daemon
    }

    /// Starts a subcommand.
    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningProgram {
        commands += 1
        let program = try RunningProgram(
            .dialerd,
            arguments,
            in: path,
            name: "command-\(commands)",
            environment: ["DIALERD_CONFIG": configuration].merging(environment) { _, own in own }
        )
        programs.append(program)
        return program
    }

    struct Answer {
        var code: Int32
        var output: String
        var errors: String
    }

    /// Runs a subcommand to its end.
    func dialerd(_ arguments: String..., environment: [String: String] = [:]) async throws -> Answer {
        let program = try start(arguments, environment: environment)
        let code = try await program.exitCode()
        programs.removeLast()
        defer { [program.output, program.errors].forEach { try? FileManager.default.removeItem(atPath: $0) } }
        return Answer(code: code, output: program.textOfOutput, errors: program.textOfErrors)
    }
}
