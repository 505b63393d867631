package import Foundation

/// The JSON of one object, written straight into a string: faster than `JSONEncoder` for the many small responses, and
/// with the members in the order in which they are given.
package struct JSONObject: ExpressibleByDictionaryLiteral, Sendable {
    private var members = ""

    /// A nil value is written as null.
    package init(dictionaryLiteral elements: (StaticString, (any JSONText)?)...) {
        for (key, value) in elements {
            if !members.isEmpty { members.append(",") }
            members.append("\"\(key)\":")
            members.append(value?.json ?? "null")
        }
    }

    static func + (first: JSONObject, second: JSONObject) -> JSONObject {
        var sum = first
        sum.members += (first.members.isEmpty || second.members.isEmpty ? "" : ",") + second.members
        return sum
    }
}

/// A type whose values can be written as JSON.
package protocol JSONText {
    var json: String { get }
}

extension JSONObject: JSONText {
    package var json: String { "{\(members)}" }
}

extension Int: JSONText {
    package var json: String { String(self) }
}

extension UUID: JSONText {
    package var json: String { "\"\(lowercaseText)\"" }
}

extension Array: JSONText where Element: JSONText {
    package var json: String { "[\(map(\.json).joined(separator: ","))]" }
}

extension String: JSONText {
    /// Escapes `&`, `<` and `>` too, as Plivo does in the links of its call lists (`\u0026`).
    package var json: String {
        guard utf8.contains(where: { $0 < 0x20 || "\"\\&<>".utf8.contains($0) }) else { return "\"\(self)\"" }
        return "\"\(unicodeScalars.map(Self.escaped).joined())\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "&", "<", ">", "\u{0}"..<"\u{20}":
            (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
    }
}
