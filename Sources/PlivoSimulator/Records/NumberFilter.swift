/// The `from_number` and `to_number` filters: the number, or the beginning of it (docs: voice/api/call,
/// "retrieve all calls"). A `+` in front makes no difference.
package struct NumberFilter: Equatable, Sendable {
    let prefix: String

    package init(_ text: String) {
        prefix = text.hasPrefix("+") ? String(text.dropFirst()) : text
    }

    package func matches(_ number: String) -> Bool {
        number.utf8.starts(with: prefix.utf8)
    }
}
