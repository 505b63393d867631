import Foundation

/// A JSON value of any shape: Plivo sends some fields as text in one response and as a number in another.
enum JSONValue: Decodable, Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])
    case null

    /// Nil if `body` is not JSON.
    init?(json body: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else { return nil }
        self = value
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let object = try? container.decode([String: JSONValue].self) {
            self = .object(object)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .flag(try container.decode(Bool.self))
        }
    }

    subscript(key: String) -> JSONValue? {
        guard case .object(let fields) = self else { return nil }
        return fields[key]
    }

    /// Text, or a number or flag as text; nil for anything else and for empty text.
    var text: String? {
        switch self {
        case .text(let text): text.isEmpty ? nil : text
        case .number(let number): Int64(exactly: number).map { String($0) } ?? String(number)
        case .flag(let flag): String(flag)
        case .list, .object, .null: nil
        }
    }

    /// A whole number, or text that is a whole number.
    var integer: Int? {
        switch self {
        case .number(let number): Int(exactly: number)
        case .text(let text): Int(text)
        case .flag, .list, .object, .null: nil
        }
    }

    /// The items of a list; none for null; any other value counts as a list with one item.
    var items: [JSONValue] {
        switch self {
        case .list(let items): items
        case .null: []
        case .text, .number, .flag, .object: [self]
        }
    }
}
