import Glibc
import Logging

/// Writes to systemd's journal by the journal's own protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL). Every line has a
/// priority and a journal field for each of its fields, so that `journalctl CAMPAIGN=spring` finds the lines of a
/// campaign.
package final class Journal: LogSink {
    private static let path = Array("/run/systemd/journal/socket".utf8)
    /// In bytes; a longer value is cut. The kernel limits the size of a datagram.
    private static let longestValue = 8192

    private let socket = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)

    deinit { close(socket) }

    /// Whether standard error is the journal's stream (`$JOURNAL_STREAM`, systemd.exec(5)).
    package static func isStandardError(_ environment: [String: String]) -> Bool {
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return environment["JOURNAL_STREAM"] == "\(status.st_dev):\(status.st_ino)"
    }

    package func write(_ line: LogLine) {
        // While the journal restarts, the line goes to standard error, which leads to the journal as well.
        if Datagram(Self.message(line)).send(to: Self.path, by: socket) != 0 { TextLog().write(line) }
    }

    package static func message(_ line: LogLine) -> [UInt8] {
        let fields =
            [
                ("MESSAGE", line.sentence), ("PRIORITY", "\(priority(line.level))"), ("SYSLOG_IDENTIFIER", "dialerd"),
            ] + line.fields.map { (name($0.key), $0.value) }
        return fields.flatMap { name, value in field(name, Array(value.utf8.prefix(longestValue))) }
    }

    /// `NAME=value`; for a value with a line break, the name, the value's length in 8 bytes, and the value.
    private static func field(_ name: String, _ value: [UInt8]) -> [UInt8] {
        guard value.contains(0x0A) else { return Array(name.utf8) + [0x3D] + value + [0x0A] }
        return Array(name.utf8) + [0x0A] + withUnsafeBytes(of: UInt64(value.count).littleEndian) { Array($0) } + value
            + [0x0A]
    }

    /// The name of the journal's field for a key: only capitals, digits and `_` are allowed.
    private static func name(_ key: String) -> String {
        String(key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The levels of syslog(3).
    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
