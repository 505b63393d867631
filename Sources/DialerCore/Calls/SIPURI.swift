/// SIP URIs that can be part of a `to` joined by `<`: `sip:user@host[:port][;parameters]`.
enum SIPURI {
    /// The URI with its host in lower case. Host and scheme are not case-sensitive (RFC 3261, 19.1.4), the user part
    /// is.
    ///
    /// - Parameter rest: the part after `sip:`.
    static func normalized(_ rest: String) throws(DestinationProblem) -> String {
        let bytes = rest.utf8
        guard bytes.allSatisfy(isAllowed), let at = rest.lastIndex(of: "@") else { throw .badSIPURI }
        let user = rest[..<at]
        let host = rest[rest.index(after: at)...]
        guard !user.isEmpty, !user.contains("@"), let first = host.utf8.first,
            first.isLetter || first.isDigit || first == 0x5B
        else { throw .badSIPURI }
        return "sip:" + user + "@" + host.lowercased()
    }

    /// Printable ASCII without blanks, `<` (Plivo's delimiter), `>`, `"` and `,`.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && ![0x3C, 0x3E, 0x22, 0x2C].contains(byte)
    }
}
