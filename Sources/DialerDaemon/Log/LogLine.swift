package import DialerCore
package import Logging

/// One line of the log, before it has a form.
package struct LogLine: Sendable {
    package struct Field: Hashable, Sendable {
        package var key: String
        package var value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    package var at: WallTime
    package var level: Logger.Level
    package var message: String
    package var fields: [Field]

    package init(at: WallTime, level: Logger.Level, message: String, fields: [Field]) {
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

package protocol LogSink: Sendable {
    func write(_ line: LogLine)
}

/// Numbers in others' words, such as Plivo's: seven digits and more, as people write them, with blanks, dashes, dots and
/// brackets in between. Dates and IPv4 addresses are none.
package enum PhoneNumbers {
    private static let shortest = 7

    package static func hidden(in text: String) -> String {
        text.replacing(#/[+(]?\d(?:[\d .()\-]*\d)?/#) { match in
            let run = match.output
            let isNumber = run.count(where: \.isWholeNumber) >= shortest
            let isOther =
                run.prefixMatch(of: #/\d{4}-\d\d-\d\d/#) != nil
                || run.wholeMatch(of: #/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/#) != nil
            return isNumber && !isOther ? "(number)" : String(run)
        }
    }
}
