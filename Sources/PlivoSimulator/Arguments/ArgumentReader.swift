/// Reads the members of a JSON body. Each argument must have its documented type: `"30"` is not an integer and `1` is
/// not a boolean. A null counts as absent.
package struct ArgumentReader: Sendable {
    private let members: [String: JSONValue]

    package init(_ members: [String: JSONValue]) {
        self.members = members
    }

    func value(_ name: String) -> JSONValue? {
        members[name].flatMap { $0 == .null ? nil : $0 }
    }

    func string(_ name: String) throws(BadRequest) -> String? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { throw .invalid(name) }
        return text
    }

    /// - Throws: `BadRequest` also if the string is empty.
    func requiredString(_ name: String) throws(BadRequest) -> String {
        guard let text = try string(name), !text.isEmpty else { throw .missing(name) }
        return text
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(BadRequest) -> Int? {
        guard let value = value(name) else { return nil }
        guard case .integer(let number) = value, range.contains(number) else { throw .invalid(name) }
        return number
    }

    func boolean(_ name: String) throws(BadRequest) -> Bool? {
        guard let value = value(name) else { return nil }
        guard case .boolean(let flag) = value else { throw .invalid(name) }
        return flag
    }

    /// Reads `NAME_url` and `NAME_method`, by default POST. The method is checked even if there is no URL.
    func target(_ name: String) throws(BadRequest) -> CallbackTarget? {
        var method = CallbackMethod.post
        if let text = try string("\(name)_method") {
            guard let known = CallbackMethod(rawValue: text) else { throw .invalid("\(name)_method") }
            method = known
        }
        guard let text = try string("\(name)_url"), !text.isEmpty else { return nil }
        guard let url = CallbackURL(text) else { throw .invalid("\(name)_url") }
        return CallbackTarget(url: url, method: method)
    }
}
