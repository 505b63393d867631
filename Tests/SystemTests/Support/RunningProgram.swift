import Foundation
import Synchronization
import TestSupport

/// A process of ours. What it writes goes to files, so that no pipe is ever full.
///
/// Started by `posix_spawn`: Foundation's `Process` has crashed where many tests started programs side by side.
final class RunningProgram: Sendable {
    let pid: pid_t
    /// Where its two outputs go.
    let output: String
    let errors: String
    /// What `waitpid` has told of its end, and who waits for that.
    private let end = Mutex<(status: Int32?, waiting: [@Sendable () -> Void])>((nil, []))

    /// - Parameters:
    ///   - name: of the files in `folder`, without their ends `.out` and `.err`.
    ///   - environment: besides the one of the tests, of which nothing that would configure dialerd is left.
    init(
        _ program: Program,
        _ arguments: [String],
        in folder: String,
        name: String,
        environment: [String: String] = [:]
    ) throws {
        output = "\(folder)/\(name).out"
        errors = "\(folder)/\(name).err"
        let inherited = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("DIALERD_") && !$0.key.hasPrefix("PLIVO_") }
        let path = try program.path()
        pid = try Self.spawn(
            [path] + arguments,
            environment: inherited.merging(environment) { _, own in own },
            output: output,
            errors: errors
        )
        Thread { [self] in reap() }.start()
    }

    struct NotStarted: Error {
        var program: String
        var code: Int32
    }

    private static func spawn(
        _ arguments: [String],
        environment: [String: String],
        output: String,
        errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let written = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, written, 0o644)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, written, 0o644)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of the test run block signals that the program must hear.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw NotStarted(program: arguments[0], code: code) }
        return pid
    }

    /// Waits for the end of the process. Its id stays its own until the lock is held, so that no signal goes astray.
    private func reap() {
        var information = siginfo_t()
        while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        let waiting = end.withLock { end in
            var status: Int32 = 0
            waitpid(pid, &status, 0)
            end.status = status
            return end.waiting
        }
        waiting.forEach { $0() }
    }

    var isRunning: Bool { end.withLock { $0.status == nil } }

    func send(_ signal: Int32) {
        end.withLock { if $0.status == nil { kill(pid, signal) } }
    }

    /// The exit code; 128 and the signal's number when a signal ended it, as a shell has it.
    func exitCode(within limit: Duration = .seconds(60)) async throws -> Int32 {
        let wakeups = Wakeups()
        end.withLock { $0.waiting.append(wakeups.wake) }
        return try await eventually("the end of process \(pid)", within: limit, on: wakeups) {
            end.withLock(\.status).map { $0 & 0x7F == 0 ? $0 >> 8 & 0xFF : 128 + $0 & 0x7F }
        }
    }

    /// Ends it as a power failure would.
    func end() async throws {
        send(SIGKILL)
        _ = try await exitCode()
    }

    /// Waits for words on standard error, and returns everything up to then.
    @discardableResult
    func says(_ words: String, within limit: Duration = .seconds(60)) async throws -> String {
        try await waits(for: "\"\(words)\"", in: errors, within: limit) { $0.contains(words) ? $0 : nil }
    }

    /// Waits for something in one of the two outputs, which the program must not end without.
    @discardableResult
    func waits<Value>(
        for what: String,
        in file: String,
        within limit: Duration = .seconds(60),
        _ find: (String) throws -> Value?
    ) async throws -> Value {
        let wakeups = Wakeups.changes(of: file)
        end.withLock { $0.waiting.append(wakeups.wake) }
        return try await eventually("\(what) in \(file)", within: limit, on: wakeups) {
            let wasRunning = isRunning
            if let value = try find(Self.text(file)) { return value }
            guard wasRunning else { throw Overdue(what: "\(what), but it ended with: \(textOfErrors)", limit: .zero) }
            return nil
        }
    }

    var textOfOutput: String { Self.text(output) }
    var textOfErrors: String { Self.text(errors) }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
