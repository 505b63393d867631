/// Reads the members of a JSON body with the documented types and nothing but those: `"30"` is no integer and `1` is no
/// boolean. An explicit null counts as absent.
package struct ArgumentReader: Sendable {
    private let members: [String: JSONValue]

    package init(_ members: [String: JSONValue]) {
        self.members = members
    }

    package func value(_ name: String) -> JSONValue? {
        members[name].flatMap { $0 == .null ? nil : $0 }
    }

    package func string(_ name: String) throws(ArgumentProblem) -> String? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { throw .invalid(name) }
        return text
    }

    package func requiredString(_ name: String) throws(ArgumentProblem) -> String {
        guard let text = try string(name), !text.isEmpty else { throw .missing(name) }
        return text
    }

    package func integer(_ name: String, in range: ClosedRange<Int>) throws(ArgumentProblem) -> Int? {
        guard let value = value(name) else { return nil }
        guard case .integer(let number) = value, range.contains(number) else { throw .invalid(name) }
        return number
    }

    package func boolean(_ name: String) throws(ArgumentProblem) -> Bool? {
        guard let value = value(name) else { return nil }
        guard case .boolean(let flag) = value else { throw .invalid(name) }
        return flag
    }

    /// `NAME_url` and `NAME_method`, or nil without a URL. The method is checked all the same.
    package func target(_ name: String) throws(ArgumentProblem) -> CallbackTarget? {
        var verb = HTTPVerb.post
        if let method = try string("\(name)_method") {
            guard let known = HTTPVerb(rawValue: method) else { throw .invalid("\(name)_method") }
            verb = known
        }
        guard let text = try string("\(name)_url"), !text.isEmpty else { return nil }
        guard let url = CallbackURL(text) else { throw .invalid("\(name)_url") }
        return CallbackTarget(url: url, verb: verb)
    }
}
