import DialerCore

/// Reads typed values out of dotted keys and notes every problem on the way.
///
/// Each reading function gives nil both for a key that is left out and for one with a problem: the caller goes on with
/// a default and throws at its end if ``problems`` is not empty.
struct SettingsTable {
    var settings: [String: Setting]
    /// Goes before each key in problems: `defaults.` or nothing.
    var prefix = ""
    /// Where a key that is missing should stand.
    var origin = SettingsProblem.Origin.file
    var problems: [SettingsProblem] = []

    /// Keys whose values are never repeated in a problem: a secret may stand there by mistake.
    private static let unquoted: Set<String> = ["plivo.auth_token_file", "plivo.base_url", "callbacks.public_url"]

    func has(_ key: String) -> Bool { settings[key] != nil }

    /// `message` is the end of a sentence that begins with the key.
    mutating func refuse(_ key: String, _ message: String, at place: SettingsProblem.Origin? = nil) {
        let origin = place ?? settings[key]?.origin ?? origin
        problems.append(SettingsProblem(origin: origin, key: prefix + key, message: message))
    }

    /// The value of a scalar that `parse` understands; `expected` ends the sentence "must be …".
    mutating func value<Value>(_ key: String, expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let setting = settings[key] else { return nil }
        if case .text(let text) = setting.content, let value = parse(text) { return value }
        refuse(key, "must be \(expected)" + (Self.unquoted.contains(key) ? "" : ", not \(setting.quoted)"))
        return nil
    }

    /// Reads a section that is a value of its own, such as one of a list's.
    ///
    /// - Parameter keys: those it may have.
    mutating func fields<Value>(
        _ fields: [String: Setting],
        of key: String,
        at origin: SettingsProblem.Origin,
        keys: [String],
        read: (inout SettingsTable) -> Value
    ) -> Value {
        var inner = SettingsTable(settings: fields, prefix: "\(prefix)\(key).", origin: origin)
        for (name, setting) in fields where !keys.contains(name) {
            let nearest = NearestKey.of(name, among: keys) ?? ""
            inner.refuse(name, "is not a known key; the nearest known one is \(nearest)", at: setting.origin)
        }
        defer { problems += inner.problems }
        return read(&inner)
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func flag(_ key: String) -> Bool? {
        value(key, expected: "true or false") { Bool($0.lowercased()) }
    }

    mutating func duration(_ key: String, in range: ClosedRange<Duration>) -> Duration? {
        let expected =
            "a duration from \(range.lowerBound.settingText) to \(range.upperBound.settingText), such as 500ms, 30s, 5m, 2h or 1d"
        return value(key, expected: expected) {
            Duration(setting: $0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// Calls per second: a plain decimal.
    mutating func rate(_ key: String, in range: ClosedRange<Double>) -> Double? {
        value(key, expected: "a number from \(range.lowerBound.settingText) to \(range.upperBound.settingText)") {
            text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let rate = Double(text) else {
                return nil
            }
            return range.contains(rate) ? rate : nil
        }
    }

    mutating func instant(_ key: String) -> WallTime? {
        value(
            key,
            expected: "a time with its offset from UTC, such as 2026-12-01T09:00:00-05:00 or 2026-12-01T14:00:00Z"
        ) {
            WallTime(rfc3339: $0)
        }
    }

    /// The name of a zone that `timeZones` know.
    mutating func zone(_ key: String, in timeZones: any TimeZones) -> String? {
        value(key, expected: "UTC or an IANA time zone such as America/New_York") {
            timeZones.zone($0) == nil ? nil : $0
        }
    }

    mutating func absolutePath(_ key: String) -> String? {
        value(key, expected: "an absolute path") { $0.hasPrefix("/") && !$0.utf8.contains(0) ? $0 : nil }
    }
}
