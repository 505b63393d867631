/// The URL of a callback, parsed as far as its signature, the loopback rule and its retry policy need.
///
/// Only printable ASCII without user info and without backslashes is accepted. The loopback rule depends on this: for
/// other URLs an HTTP client could read another host than the one read here.
package struct CallbackURL: Equatable, Sendable {
    /// `scheme://host[:port]/path`, as written; an empty path stays empty.
    package let base: String
    /// Without the `?`; nil if there is none.
    let query: String?
    /// In lower case; the brackets of an IPv6 address included.
    let host: String
    package let retryPolicy: RetryPolicy

    /// Returns nil for anything but an absolute `http` or `https` URL of at most 2048 bytes.
    package init?(_ text: String) {
        guard text.utf8.count <= 2048,
            text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = halves[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let scheme = ["http://", "https://"].first(where: { address[0].lowercased().hasPrefix($0) }) else {
            return nil
        }
        let authority = address[0].dropFirst(scheme.count).prefix { $0 != "/" }
        guard let host = Self.host(authority) else { return nil }
        self.host = host
        base = String(address[0])
        query = address.count == 2 ? String(address[1]) : nil
        retryPolicy = halves.count == 2 ? RetryPolicy(fragment: halves[1]) : RetryPolicy()
    }

    /// The URL that is requested: the fragment is neither sent nor signed.
    package var withoutFragment: String {
        query.map { "\(base)?\($0)" } ?? base
    }

    /// The simulator calls only loopback URLs, so that a rehearsal cannot reach a real server by mistake.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        // A part with a leading zero is octal to some clients and decimal to others, so it is not accepted.
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
    }

    /// The lower-case host of `host[:port]`, or nil if host or port contains a forbidden character.
    private static func host(_ authority: Substring) -> String? {
        let host: Substring
        if authority.hasPrefix("["), let close = authority.firstIndex(of: "]") {
            host = authority[...close]
            guard host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                return nil
            }
        } else {
            host = authority.prefix { $0 != ":" }
            guard !host.isEmpty, host.utf8.allSatisfy({ $0.isASCIILetterOrDigit || "-._".utf8.contains($0) })
            else { return nil }
        }
        let rest = authority[host.endIndex...]
        guard rest.isEmpty || rest.hasPrefix(":") && UInt16(rest.dropFirst()) != nil else { return nil }
        return host.lowercased()
    }
}
