import DialerCore
import Foundation
import Logging

/// Writes one JSON object a line to standard error. `time`, `level`, `message` and every field are texts.
package struct JSONLog: LogSink {
    package func write(_ line: LogLine) {
        TextLog.writeToStandardError(Self.text(line) + "\n")
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
