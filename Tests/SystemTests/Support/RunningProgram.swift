import Foundation

/// A process of ours. What it writes goes to files, so that no pipe is ever full.
final class RunningProgram: @unchecked Sendable {
    // Unchecked: `Process` is used by one test at a time.
    private let process = Process()
    /// Where its two outputs go.
    let output: String
    let errors: String

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
        process.executableURL = URL(filePath: try program.path())
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("DIALERD_") && !$0.key.hasPrefix("PLIVO_") }
            .merging(environment) { _, own in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(output)
        process.standardError = try Self.file(errors)
        try process.run()
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    var pid: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) {
        if process.isRunning { kill(pid, signal) }
    }

    /// The exit code; 128 and the signal's number when a signal ended it, as a shell has it.
    func exitCode(within limit: Duration = .seconds(60)) async throws -> Int32 {
        try await eventually("the end of process \(pid)", within: limit, every: .milliseconds(10)) {
            guard !process.isRunning else { return nil }
            return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        }
    }

    /// Ends it as a power failure would.
    func end() async throws {
        send(SIGKILL)
        _ = try await exitCode()
    }

    /// Waits for a line on standard error, and returns everything up to then.
    @discardableResult
    func says(_ words: String) async throws -> String {
        try await eventually("\"\(words)\" in \(errors)", every: .milliseconds(10)) {
            let text = textOfErrors
            if text.contains(words) { return text }
            guard isRunning else { throw Overdue(what: "\"\(words)\", but it ended with: \(text)", limit: .zero) }
            return nil
        }
    }

    var textOfOutput: String { Self.text(output) }
    var textOfErrors: String { Self.text(errors) }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
