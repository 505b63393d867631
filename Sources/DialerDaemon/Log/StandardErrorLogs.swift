import DialerCore
import Foundation
import Logging

/// For people: `2026-11-22T09:00:00Z warning request refused campaign=spring status=400`.
struct TextLog: LogSink {
    func write(_ line: LogLine) {
        StandardError.write("\(line.at.rfc3339) \(line.level.rawValue) \(line.sentence)\n")
    }
}

/// For machines: one object a line; `time`, `level` and `message` beside the fields, all of them texts.
package struct JSONLog: LogSink {
    package func write(_ line: LogLine) {
        StandardError.write(Self.text(line) + "\n")
    }

    package static func text(_ line: LogLine) -> String {
        var object = Dictionary(line.fields.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        object["time"] = line.at.rfc3339
        object["level"] = line.level.rawValue
        object["message"] = line.message
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts can always be encoded.
        return (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

private enum StandardError {
    /// In one call, so that lines of two threads do not mix.
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}
