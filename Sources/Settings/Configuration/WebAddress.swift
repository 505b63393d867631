/// The base of URLs to which a path is added: scheme, host, optionally a port and a path, and nothing else.
struct WebAddress: Hashable, Sendable {
    /// Without a slash at the end.
    let text: String
    let isPlainHTTP: Bool
    let host: String

    /// Nil for any other scheme, user info, a query, a fragment, blanks, or no host.
    init?(_ typed: String) {
        guard typed.utf8.allSatisfy({ (0x21...0x7E).contains($0) && ![0x22, 0x3C, 0x3E, 0x5C].contains($0) }),
            !typed.contains(where: { "?#@".contains($0) }),
            let separator = typed.firstRange(of: "://")
        else { return nil }
        let scheme = typed[..<separator.lowerBound].lowercased()
        guard ["http", "https"].contains(scheme) else { return nil }
        let rest = typed[separator.upperBound...]
        let authority = String(rest.prefix { $0 != "/" })
        // A port is added where there is none, so that the same parser reads both forms.
        let hasPort = ListenAddress(authority) != nil
        guard let address = ListenAddress(hasPort ? authority : authority + ":0"), !hasPort || address.port > 0 else {
            return nil
        }
        var text = scheme + "://" + rest
        while text.hasSuffix("/") { text.removeLast() }
        self.text = text
        isPlainHTTP = scheme == "http"
        host = address.host.lowercased()
    }

    /// Requests to a loopback address do not leave the machine, so plain HTTP is safe.
    var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || isIPv4Loopback
    }

    private var isIPv4Loopback: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
