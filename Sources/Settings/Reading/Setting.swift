/// One value as a file or the environment gives it, not yet read as anything.
///
/// Scalars stay text: `14155550100`, `2026-12-01T09:00:00-05:00` and `true` mean what the key makes of them, quoted
/// or not, and YAML's own guesses (numbers, dates, octal, `yes`) never come in between.
struct Setting: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case text(String)
        /// A sequence of scalars.
        case list([String])
        /// `key:` with nothing behind it, `~` or `null`.
        case nothing
        /// A mapping, or a sequence of anything but scalars.
        case structure
    }

    var content: Content
    var origin: SettingsProblem.Origin

    /// How a problem quotes the value: in full unless it is long, and on one line.
    var quoted: String {
        switch content {
        case .text(let text): Self.quote(text)
        case .list(let items): "[" + items.prefix(3).map(Self.quote).joined(separator: ", ") + "]"
        case .nothing: "empty"
        case .structure: "a section or a list of sections"
        }
    }

    private static func quote(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(60).map {
            $0.properties.generalCategory == .control ? " " : Character($0)
        }
        return "\"" + String(shown) + (shown.count < text.unicodeScalars.count ? "…\"" : "\"")
    }
}
