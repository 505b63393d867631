import CallbackServer
import DialerCore
import HTTPClient
import Logging
import Synchronization
import Testing

@Suite struct LoggingTests {
    /// With a wrong token or public URL, every callback looks forged. The log must show that, without a line for each.
    @Test func forgedOnesAreLoggedLessAndLessOften() async throws {
        let lines = try await log(of: 9) { server in
            await server.post("/plivo/s3cr3t/ring", "To=919494865411", headers: [:])
        }
        let warnings = lines.filter { $0.level == .warning }
        #expect(warnings.map { $0.metadata["count"] } == ["1", "2", "4", "8"])
        #expect(Set(warnings.map(\.message)).count == 1)
    }

    @Test func goodOnesAreNotLogged() async throws {
        let one = try await log(of: 1) { await $0.signedPost("/plivo/s3cr3t/ring", "To=919494865411") }
        let many = try await log(of: 20) { await $0.signedPost("/plivo/s3cr3t/ring", "To=919494865411") }
        #expect(one.count { $0.level >= .info } == many.count { $0.level >= .info })
    }

    /// The lines of any level that so many requests log. None may have a token or a number.
    private func log(
        of count: Int,
        _ request: @escaping @Sendable (RunningServer) async -> HTTPOutcome
    ) async throws -> [LogLine] {
        let recorder = LogRecorder()
        try await withCallbackServer(logger: Logger(label: "test", factory: { _ in recorder })) { server in
            for _ in 0..<count { _ = await request(server) }
        }
        let lines = recorder.lines
        for line in lines {
            let text = "\(line)"
            #expect(!text.contains("s3cr3t") && !text.contains("919494865411"))
        }
        return lines
    }
}

struct LogLine: Sendable {
    var level: Logger.Level
    var message: String
    var metadata: [String: String]
}

/// Keeps every line, of any level.
private final class LogRecorder: LogHandler {
    private let recorded = Mutex<[LogLine]>([])

    var lines: [LogLine] { recorded.withLock { $0 } }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        let metadata = (event.metadata ?? [:]).mapValues { "\($0)" }
        recorded.withLock {
            $0.append(LogLine(level: event.level, message: "\(event.message)", metadata: metadata))
        }
    }
}
