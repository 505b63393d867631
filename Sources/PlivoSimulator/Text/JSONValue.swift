/// A value of a request's JSON body, of the types that the documented arguments have.
package enum JSONValue: Equatable, Sendable, Decodable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null
    /// A fraction, an array or an object; no documented argument has such a value.
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
