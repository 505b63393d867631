/// The type and range of a setting: how a text is read, and the words that describe the values.
package struct SettingForm<Value: Sendable>: Sendable {
    /// The type and range, as the end of "must be …": in problems and in the documentation.
    package let expectation: String
    /// Examples, which follow the expectation in problems.
    package let examples: String
    /// Reads a text; nil if the text is not an allowed value.
    package let parse: @Sendable (String) -> Value?

    /// - Parameter parse: left out for a value of several texts, such as a list, which another reader reads.
    package init(
        _ expectation: String,
        examples: String = "",
        parse: @escaping @Sendable (String) -> Value? = { _ in nil }
    ) {
        self.expectation = expectation
        self.examples = examples
        self.parse = parse
    }

    package func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> SettingForm<Other> {
        SettingForm<Other>(expectation, examples: examples) { text in parse(text).map(transform) }
    }
}

extension SettingForm<Int> {
    package static func integer(_ range: ClosedRange<Int>) -> Self {
        let (least, most) = (range.lowerBound, range.upperBound)
        return SettingForm("a whole number" + (most == anyMost ? ", \(least) or more" : " from \(least) to \(most)")) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// The end of a range if only the beginning is documented.
    package static var anyMost: Int { Int(Int32.max) }

    /// Calls handed to Plivo and not yet ended, of an account or a campaign.
    package static var callsInFlight: Self { integer(1...1_000_000) }
}

extension SettingForm<Double> {
    /// Calls per second of an account, a campaign or a caller ID: a plain decimal, without sign and exponent.
    package static var callsPerSecond: Self {
        let range = 0.01...10_000
        return SettingForm("a number from \(range.lowerBound.settingText) to \(range.upperBound.settingText)") { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return nil }
            return Double(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension SettingForm<Duration> {
    package static func duration(_ range: ClosedRange<Duration>) -> Self {
        SettingForm(
            "a duration from \(range.lowerBound.settingText) to \(range.upperBound.settingText)",
            examples: ", such as 500ms, 30s, 5m, 2h or 1d"
        ) { text in
            Duration(setting: text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension SettingForm<Bool> {
    package static var flag: Self { SettingForm("true or false") { Bool($0.lowercased()) } }
}

extension SettingForm<WallTime> {
    package static var instant: Self {
        SettingForm(
            "a time with its offset from UTC",
            examples: ", such as 2026-12-01T09:00:00-05:00 or 2026-12-01T14:00:00Z"
        ) {
            WallTime(rfc3339: $0)
        }
    }
}

extension SettingForm<String> {
    /// The name of a time zone. Its reader looks the name up.
    package static var zone: Self { SettingForm("UTC or an IANA time zone such as America/New_York") { $0 } }

    package static var country: Self {
        SettingForm("a country's two letters, such as US") { Country($0)?.code }
    }
}

extension SettingForm where Value: RawRepresentable<String> & CaseIterable {
    /// One of the names of the cases.
    package static var choice: Self {
        let names = Value.allCases.map(\.rawValue)
        return SettingForm(names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")) {
            Value(rawValue: $0)
        }
    }
}
