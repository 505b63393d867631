import DialerCore
import Glibc
import Logging

/// Writes to standard error, for people: `2026-11-22T09:00:00Z warning request refused campaign=spring status=400`.
struct TextLog: LogSink {
    func write(_ line: LogLine) {
        Self.writeToStandardError("\(line.at.rfc3339) \(line.level.rawValue) \(line.sentence)\n")
    }

    /// Writes in one call, so that lines of two threads do not mix.
    static func writeToStandardError(_ text: String) {
        var text = text
        text.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}
