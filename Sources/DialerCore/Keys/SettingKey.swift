/// A key of `dialerd.yaml` or of a campaign's settings: the only declaration of its name, type, range, default and
/// meaning.
///
/// The code that reads settings uses these keys, and the tests compare every page that documents the key.
package struct SettingKey<Value: Equatable & Sendable>: DocumentedKey {
    /// Dotted: `limits.max_batch`.
    package let name: String
    package let form: SettingForm<Value>
    /// The value if the key is left out.
    package let `default`: Value
    /// The documentation's words for the default if it is not a value of the form, such as `none`; otherwise nil.
    package let defaultWords: String?
    /// The meaning of the key: one or two sentences that every page about it contains.
    package private(set) var summary = ""
    /// False if a problem must not repeat the value, which may be a secret that was put there by mistake.
    package private(set) var isQuoted = true

    package init(_ name: String, _ form: SettingForm<Value>, default: Value, words: String? = nil) {
        self.name = name
        self.form = form
        self.default = `default`
        defaultWords = words
    }

    /// A key that may be missing.
    ///
    /// - Parameter words: what applies if the key is missing, such as `none` or `the account's`; or `required`.
    package init<Given>(_ name: String, _ form: SettingForm<Given>, otherwise words: String) where Value == Given? {
        self.init(name, form.map { .some($0) }, default: nil, words: words)
    }

    package func meaning(_ summary: String) -> Self {
        var key = self
        key.summary = summary
        return key
    }

    package var neverQuoted: Self {
        var key = self
        key.isQuoted = false
        return key
    }
}
