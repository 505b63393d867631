package import DialerCore

/// The URLs at which Plivo reports the calls of one batch.
///
/// The URLs are plain ASCII and have no query, because implementations of the signature agree on such URLs only
/// (docs/plivo.md, "Signatures").
package struct CallbackURLs: Sendable {
    package static let pathPrefix = "/plivo/"

    /// Plivo reads its retry settings from the fragment, and neither sends nor signs the fragment (docs/plivo.md,
    /// "Callbacks"). Five retries, the most that Plivo allows (default: 1), after any failure (default: not after a
    /// 5xx). Each try has 3 s to connect and 8 s for the daemon's answer: six tries wait 48 s for answers, within
    /// Plivo's limit of 55 s in all.
    package static let retryFragment = "#ct=3000&rt=8000&tt=55000&rc=5&rp=all"

    private let base: String

    /// - Parameters:
    ///   - publicURL: scheme and host, and optionally a port and a path prefix, which the proxy removes.
    ///   - token: identifies the batch and is unguessable; unreserved URL characters only.
    package init(publicURL: String, token: String) {
        base = Self.trimmed(publicURL) + Self.pathPrefix + token + "/"
    }

    package func url(_ kind: CallbackEvent.Kind) -> String { base + kind.rawValue + Self.retryFragment }

    package var ring: String { url(.ring) }
    package var machine: String { url(.machine) }
    package var hangup: String { url(.hangup) }

    /// Without slashes at the end, so that a path can be appended.
    package static func trimmed(_ publicURL: String) -> String {
        var trimmed = publicURL
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        return trimmed
    }
}
