package import DialerCore

/// Where Plivo is told to report one batch's calls, and how it repeats what we did not take.
///
/// Plain ASCII, no query: implementations of the signature differ about everything else (plivo-facts, section 7).
package struct CallbackURLs: Sendable {
    package static let pathPrefix = "/plivo/"

    /// Plivo reads these from the fragment and neither sends nor signs it (plivo-facts, 6.5): five more tries (the
    /// most there are; by default one) after any failure (by default a 5xx is final), each with 3 s to connect and
    /// 8 s for our answer, which are 48 s of waiting for answers in all, within the 55 s that Plivo grants.
    package static let retryFragment = "#ct=3000&rt=8000&tt=55000&rc=5&rp=all"

    private let base: String

    /// - Parameters:
    ///   - publicURL: scheme, host and, if any, port and path prefix, which the proxy before us takes off.
    ///   - token: the batch's unguessable name, of unreserved URL characters.
    package init(publicURL: String, token: String) {
        base = Self.trimmed(publicURL) + Self.pathPrefix + token + "/"
    }

    package func url(_ kind: CallbackEvent.Kind) -> String { base + kind.rawValue + Self.retryFragment }

    package var ring: String { url(.ring) }
    package var machine: String { url(.machine) }
    package var hangup: String { url(.hangup) }

    /// Without slashes at the end, so that a path can follow.
    package static func trimmed(_ publicURL: String) -> String {
        var trimmed = publicURL
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        return trimmed
    }
}
