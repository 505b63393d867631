/// A number in E.164, stored without its `+`, or a SIP URI (docs/plivo.md, "Making calls").
package struct Destination: Hashable, Sendable {
    /// The text that callbacks have as `To` and CDRs as `to_number`.
    package let address: String

    /// - Parameter text: without whitespace around it; a number may have a `+`.
    package init?(_ text: String) {
        if text.lowercased().hasPrefix("sip:") {
            guard Self.isUserAtHost(text.dropFirst(4)) else { return nil }
            address = text
        } else {
            let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
            guard (7...15).contains(digits.utf8.count), digits.first != "0", digits.utf8.allSatisfy(\.isASCIIDigit)
            else { return nil }
            address = String(digits)
        }
    }

    var isSIP: Bool { address.contains("@") }

    /// Whether `text` is `user@host`, with one `@`, in printable ASCII without blanks and commas.
    private static func isUserAtHost(_ text: Substring) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 255
            && text.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: ",") }
    }
}
