package import DialerCore
package import Logging

/// One line of the log, before it is formatted.
package struct LogLine: Sendable {
    package var at: WallTime
    package var level: Logger.Level
    package var message: String
    /// In the order in which they are written.
    package var fields: [(key: String, value: String)]

    package init(at: WallTime, level: Logger.Level, message: String, fields: [(key: String, value: String)]) {
        self.at = at
        self.level = level
        self.message = message
        self.fields = fields
    }

    /// `campaign completed campaign=spring contacts=5000`; a value with blanks or quotes is quoted.
    package var sentence: String {
        ([message] + fields.map { "\($0.key)=\(Self.quoted($0.value))" }).joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x3D }
        guard !isPlain else { return value }
        let escaped = value.map { character in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n", "\r\n": "\\n"
            default: String(character)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
