/// A value of a request body, with the types that the documentation tells apart.
package enum JSONValue: Equatable, Sendable, Decodable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null
    /// A fraction, an array or an object: no documented argument is one.
    case other

    package init(from decoder: any Decoder) throws {
        guard let container = try? decoder.singleValueContainer() else {
            self = .other
            return
        }
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else {
            self = .other
        }
    }
}
