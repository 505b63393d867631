/// Why a value is not allowed for an argument: what the value should be, as the end of "must be …".
package struct ArgumentProblem: Error, Hashable, Sendable {
    package var expected: String

    package init(expected: String) {
        self.expected = expected
    }
}

extension CallArgument {
    /// Reads a value as written in a settings file or a CSV column.
    ///
    /// - Throws: ``ArgumentProblem`` that says what the value should be.
    package func value(of typed: String) throws(ArgumentProblem) -> ArgumentValue {
        guard let value = rule.parse(typed.trimmed) else { throw ArgumentProblem(expected: rule.expectation) }
        return value
    }

    /// The argument's key in a settings file.
    package var key: SettingKey<ArgumentValue?> {
        SettingKey(rawValue, SettingForm(rule.expectation) { rule.parse($0.trimmed) }, otherwise: "Plivo's")
    }
}
