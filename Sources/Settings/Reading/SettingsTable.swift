import DialerCore

/// Reads typed values of dotted keys and records every problem: the caller goes on with defaults, and finally throws if
/// ``problems`` is not empty.
struct SettingsTable {
    var settings: [String: Setting]
    /// The beginning of each key in problems: `defaults.` or nothing.
    var prefix = ""
    /// Where problems with missing keys are reported: the file, or a variable.
    var origin = SettingsProblem.Origin.file
    var problems: [SettingsProblem] = []

    func has(_ key: String) -> Bool { settings[key] != nil }

    /// `message` is the end of a sentence that begins with the key.
    mutating func refuse(_ key: String, _ message: String, at place: SettingsProblem.Origin? = nil) {
        let origin = place ?? settings[key]?.origin ?? origin
        problems.append(SettingsProblem(origin: origin, key: prefix + key, message: message))
    }

    /// The key's value, or its default where the key is left out or has a problem.
    ///
    /// - Parameter isKnown: whether a value of the right form exists, such as a time zone.
    mutating func read<Value>(_ key: SettingKey<Value>, where isKnown: (Value) -> Bool = { _ in true }) -> Value {
        value(of: key, where: isKnown) ?? key.default
    }

    /// The key's value; nil where the key is left out or has a problem.
    mutating func value<Value>(of key: SettingKey<Value>, where isKnown: (Value) -> Bool = { _ in true }) -> Value? {
        guard let setting = settings[key.name] else { return nil }
        if let value = setting.text.flatMap(key.form.parse), isKnown(value) { return value }
        let quotation = key.isQuoted ? ", not \(setting.quoted)" : ""
        refuse(key.name, "must be \(key.form.expectation)\(key.form.examples)\(quotation)")
        return nil
    }

    /// Reads a section that is one value, such as an item of a list.
    ///
    /// - Parameter keys: the keys that the section may have.
    mutating func fields<Value>(
        _ fields: [String: Setting],
        of key: String,
        at origin: SettingsProblem.Origin,
        keys: [String],
        read: (inout SettingsTable) -> Value
    ) -> Value {
        var inner = SettingsTable(settings: fields, prefix: "\(prefix)\(key).", origin: origin)
        for (name, setting) in fields where !keys.contains(name) {
            inner.refuse(name, "is not a known key\(NearestName.advice(on: name, among: keys))", at: setting.origin)
        }
        defer { problems += inner.problems }
        return read(&inner)
    }
}
