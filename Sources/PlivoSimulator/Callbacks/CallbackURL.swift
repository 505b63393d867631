/// A URL that Plivo is to call, taken apart far enough to sign it, to see whose it is, and to find its retry policy.
///
/// Nothing but printable ASCII, no user info and no backslash is accepted: so the host read here and the host that an
/// HTTP client would read cannot differ, on which the loopback rule rests.
package struct CallbackURL: Equatable, Sendable {
    /// `scheme://host[:port]/path`, as written; an empty path stays empty.
    package let base: String
    /// Without the `?`; nil when there is none.
    package let query: String?
    package let host: String
    package let retryPolicy: RetryPolicy

    /// Returns nil for anything but an absolute `http` or `https` URL.
    package init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != 0x5c }) else {
            return nil
        }
        let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = halves[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let scheme = ["http://", "https://"].first(where: { address[0].lowercased().hasPrefix($0) }) else {
            return nil
        }
        let afterScheme = address[0].dropFirst(scheme.count)
        let authority = afterScheme.prefix { $0 != "/" }
        guard let host = Self.host(authority) else { return nil }
        self.host = host
        base = String(address[0])
        query = address.count == 2 ? String(address[1]) : nil
        retryPolicy = halves.count == 2 ? RetryPolicy(fragment: halves[1]) : RetryPolicy()
    }

    /// What is requested: everything but the fragment, which is neither sent nor signed.
    package var withoutFragment: String {
        query.map { "\(base)?\($0)" } ?? base
    }

    /// The simulator calls nobody else: whoever rehearses with it must not reach a real server by mistake.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in
                // A leading zero is octal to some readers of addresses and decimal to others.
                (1...3).contains(part.count) && part.allSatisfy(\.isNumber) && (part == "0" || part.first != "0")
                    && UInt8(part) != nil
            }
    }

    /// The lower-case host of `host[:port]`, or nil if it is not made of what hosts are made of.
    private static func host(_ authority: Substring) -> String? {
        let host: Substring
        if authority.hasPrefix("["), let close = authority.firstIndex(of: "]") {
            host = authority[...close]
            guard host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                return nil
            }
        } else {
            host = authority.prefix { $0 != ":" }
            guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" })
            else { return nil }
        }
        let rest = authority[host.endIndex...]
        guard rest.isEmpty || rest.hasPrefix(":") && UInt16(rest.dropFirst()) != nil else { return nil }
        return host.lowercased()
    }
}
