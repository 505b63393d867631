/// Whom to call: a number in E.164, stored without its `+`, or a SIP URI.
package struct Destination: Hashable, Sendable {
    /// What callbacks show as `To` and CDRs as `to_number`.
    package let address: String

    /// - Parameter text: as it stands between the `<`s; blanks around it are dropped, as the samples have some.
    package init?(_ text: some StringProtocol) {
        let trimmed = text.drop { $0.isWhitespace }
        let item = trimmed.prefix(trimmed.count - trimmed.reversed().prefix { $0.isWhitespace }.count)
        if item.lowercased().hasPrefix("sip:") {
            guard Self.isSIP(item.dropFirst(4)) else { return nil }
            address = String(item)
        } else {
            let digits = item.hasPrefix("+") ? item.dropFirst() : item[...]
            guard (7...15).contains(digits.utf8.count), digits.utf8.first != UInt8(ascii: "0"),
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            address = String(digits)
        }
    }

    package var isSIP: Bool { address.utf8.contains(UInt8(ascii: "@")) }

    /// `user@host`, one of each, printable and without blanks.
    private static func isSIP(_ rest: some StringProtocol) -> Bool {
        let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && rest.utf8.count <= 255
            && rest.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: ",") }
    }
}
