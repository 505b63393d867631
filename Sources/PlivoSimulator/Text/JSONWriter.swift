package import Foundation

/// Writes one JSON object, member by member, straight into a string: faster than `JSONEncoder` for the many small
/// responses, and with the members in the order in which they are added.
package struct JSONWriter: Sendable {
    private var text = "{"

    package init() {}

    package mutating func add(_ key: StaticString, _ value: String?) {
        begin(key)
        if let value { appendQuoted(value) } else { text.append("null") }
    }

    package mutating func add(_ key: StaticString, _ value: Int?) {
        begin(key)
        text.append(value.map { String($0) } ?? "null")
    }

    package mutating func add(_ key: StaticString, _ value: UUID) {
        add(key, value.lowercaseText)
    }

    /// Adds an array of strings.
    package mutating func add(_ key: StaticString, _ values: some Sequence<UUID>) {
        add(key, json: "[\(values.map { "\"\($0.lowercaseText)\"" }.joined(separator: ","))]")
    }

    /// Adds a value that is JSON already.
    package mutating func add(_ key: StaticString, json: String) {
        begin(key)
        text.append(json)
    }

    /// Closes the object and returns its text.
    package consuming func finished() -> String {
        text.append("}")
        return text
    }

    private mutating func begin(_ key: StaticString) {
        text.append(text.utf8.count == 1 ? "\"" : ",\"")
        text.append("\(key)")
        text.append("\":")
    }

    /// Escapes `&`, `<` and `>` too, as Plivo does in the links of its call lists (`\u0026`).
    private mutating func appendQuoted(_ value: String) {
        text.append("\"")
        if value.utf8.contains(where: { $0 < 0x20 || "\"\\&<>".utf8.contains($0) }) {
            for scalar in value.unicodeScalars { appendEscaped(scalar) }
        } else {
            text.append(value)
        }
        text.append("\"")
    }

    private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text.append("\\\"")
        case "\\": text.append("\\\\")
        case "\n": text.append("\\n")
        case "\r": text.append("\\r")
        case "\t": text.append("\\t")
        case "&", "<", ">", "\u{0}"..<"\u{20}":
            text.append(scalar.value < 16 ? "\\u000" : "\\u00")
            text.append(String(scalar.value, radix: 16))
        default:
            text.unicodeScalars.append(scalar)
        }
    }
}
