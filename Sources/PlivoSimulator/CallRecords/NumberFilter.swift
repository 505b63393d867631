/// The filters `from_number` and `to_number`: a number or its beginning (docs/plivo.md, "Call records"). A `+` in front
/// is ignored.
struct NumberFilter: Sendable {
    private let prefix: String

    init(_ text: String) {
        prefix = text.hasPrefix("+") ? String(text.dropFirst()) : text
    }

    func matches(_ number: String) -> Bool {
        number.utf8.starts(with: prefix.utf8)
    }
}
