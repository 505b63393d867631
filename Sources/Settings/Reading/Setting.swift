/// One value as a file or the environment has it, before it has a type.
///
/// Scalars stay text: the key decides what `14155550100`, `2026-12-01T09:00:00-05:00` and `true` mean, quoted or not.
/// The types that YAML itself derives (numbers, dates, octal, `yes`) are not used.
struct Setting: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case text(String)
        /// A sequence of scalars and of small sections.
        case list([Setting])
        /// A section of scalars, for a key without nested keys: `{max: 7, within: 7d}`.
        case fields([String: Setting])
        /// `key:` without a value, `~` or `null`.
        case nothing
        /// Anything else that YAML allows.
        case structure
    }

    var content: Content
    var origin: SettingsProblem.Origin

    /// The value as a problem quotes it: in full unless it is long, and on one line.
    var quoted: String {
        switch content {
        case .text(let text): Self.quote(text)
        case .list(let items): "[" + items.prefix(3).map(\.quoted).joined(separator: ", ") + "]"
        case .nothing: "empty"
        case .fields, .structure: "a section"
        }
    }

    /// Nil unless the value is a scalar.
    var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }

    /// The items of a list; for any other value, the value itself.
    var items: [Setting] {
        guard case .list(let items) = content else { return [self] }
        return items
    }

    /// The same value without its line.
    var withoutLine: Setting {
        var setting = Setting(content: content, origin: .file)
        switch content {
        case .list(let items): setting.content = .list(items.map(\.withoutLine))
        case .fields(let fields): setting.content = .fields(fields.mapValues(\.withoutLine))
        case .text, .nothing, .structure: break
        }
        return setting
    }

    private static func quote(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(60).map {
            $0.properties.generalCategory == .control ? " " : Character($0)
        }
        return "\"" + String(shown) + (shown.count < text.unicodeScalars.count ? "…\"" : "\"")
    }
}
