import Foundation
import Glibc

/// Writes to standard output and standard error; no other code writes there.
enum Output {
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Columns of the terminal; 100 if the width is not known.
    static var width: Int { size.map { Int($0.ws_col) } ?? 100 }

    /// Lines of the terminal; nil if the height is not known.
    static var height: Int? { size.map { Int($0.ws_row) } }

    private static var size: winsize? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return size
    }

    /// Ends the process, with exit code 0, if the reader has closed the pipe, as `head` does.
    ///
    /// - Throws: ``Failure`` if the text cannot be written, for example to a full disk.
    static func write(_ text: String) throws(Failure) {
        try write(Array(text.utf8)[...])
    }

    static func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                exit(EXIT_SUCCESS)
            } else if errno != EINTR {
                throw Failure("the output cannot be written: \(String(cString: strerror(errno)))")
            }
        }
    }

    static func line(_ text: String) throws(Failure) {
        try write(text + "\n")
    }

    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// One JSON object on one line, with sorted keys and the line end.
    static func jsonLine(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    /// Writes indented JSON with sorted keys.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
