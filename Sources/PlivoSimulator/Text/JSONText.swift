/// Writes JSON straight into a string: the answers are small, known in shape, and there are many of them.
package struct JSONText: Sendable {
    package private(set) var text = "{"

    package init() {}

    package mutating func add(_ key: StaticString, _ value: String?) {
        begin(key)
        if let value { Self.append(quoted: value, to: &text) } else { text.append("null") }
    }

    package mutating func add(_ key: StaticString, _ value: Int?) {
        begin(key)
        text.append(value.map { String($0) } ?? "null")
    }

    package mutating func add(_ key: StaticString, _ value: Identifier?) {
        add(key, value?.description)
    }

    /// An array of strings.
    package mutating func add(_ key: StaticString, _ values: some Sequence<Identifier>) {
        begin(key)
        text.append("[")
        var separator = ""
        for value in values {
            text.append(separator)
            Self.append(quoted: value.description, to: &text)
            separator = ","
        }
        text.append("]")
    }

    /// A value that is JSON already.
    package mutating func add(_ key: StaticString, json: String) {
        begin(key)
        text.append(json)
    }

    package consuming func finished() -> String {
        text.append("}")
        return text
    }

    private mutating func begin(_ key: StaticString) {
        text.append(text.utf8.count == 1 ? "\"" : ",\"")
        text.append("\(key)")
        text.append("\":")
    }

    /// `&`, `<` and `>` are escaped too, as in the paging links of Plivo's own answers (`\u0026`).
    package static func append(quoted value: String, to text: inout String) {
        text.append("\"")
        if value.utf8.allSatisfy({ !needsEscape($0) }) {
            text.append(value)
        } else {
            for scalar in value.unicodeScalars { append(escaped: scalar, to: &text) }
        }
        text.append("\"")
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == 0x26 || byte == 0x3c || byte == 0x3e
    }

    private static func append(escaped scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text.append("\\\"")
        case "\\": text.append("\\\\")
        case "\n": text.append("\\n")
        case "\r": text.append("\\r")
        case "\t": text.append("\\t")
        case "&", "<", ">", "\u{0}"..<"\u{20}":
            text.append("\\u00")
            text.append(scalar.value < 16 ? "0" : "")
            text.append(String(scalar.value, radix: 16))
        default:
            text.unicodeScalars.append(scalar)
        }
    }
}
