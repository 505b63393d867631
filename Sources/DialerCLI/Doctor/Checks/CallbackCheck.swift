import CallbackServer
import DialerCore
import HTTPClient
import PlivoAPI
import Settings

/// Whether callbacks sent to `public_url` reach the daemon, and whether the daemon's other pages can be read at this
/// URL.
///
/// The request is like a callback from Plivo, but comes from this machine. The check fails behind a router that does
/// not route its own public address back inside, although Plivo's callbacks arrive.
struct CallbackCheck {
    /// No batch has this token. A daemon that accepts the signature refuses the empty body as malformed, and ignores
    /// the request.
    private static let path = CallbackURLs.pathPrefix + "doctor/hangup"

    let configuration: Configuration
    let transport: HTTPTransport
    let isDaemonRunning: Bool

    private var publicURL: String { configuration.callbacks.publicURL }

    func findings() async -> [Finding] {
        async let answer = transport.send(request)
        async let pages = pagesOutside()
        return await [finding(answer)] + pages
    }

    /// The request is signed if the auth token can be read: the signature also shows that the daemon has the same
    /// `public_url`.
    private var request: HTTPRequest {
        let token = configuration.plivo.authToken.exposed
        var headers: [String: String] = [:]
        if !token.isEmpty {
            let nonce = "dialerd-doctor"
            headers["X-Plivo-Signature-V3-Nonce"] = nonce
            headers["X-Plivo-Signature-V3"] = SignatureV3(authToken: token)
                .sign(nonce: nonce, isGet: false, url: publicURL + Self.path)
        }
        return HTTPRequest(method: .post, url: publicURL + Self.path, headers: headers)
    }

    func finding(_ outcome: HTTPOutcome) -> Finding {
        switch outcome {
        case .response(let response): finding(response.status, String(decoding: response.body, as: UTF8.self))
        case .neverSent(let reason), .broken(let reason): unreached(reason)
        case .timedOut: unreached("no answer in time")
        }
    }

    private func finding(_ status: Int, _ body: String) -> Finding {
        let isSigned = !configuration.plivo.authToken.exposed.isEmpty
        switch (status, body) {
        case (400, CallbackRefusal.malformed): return .ok(.callbacks, "\(publicURL) leads to the daemon")
        case (403, CallbackRefusal.forged) where !isSigned:
            let text = "\(publicURL) leads to a dialerd; without the auth token, the signature is not checked"
            return .ok(.callbacks, text)
        case (403, CallbackRefusal.forged):
            let remedy =
                "if public_url has changed, reload the daemon; if the token has, restart it; "
                + "otherwise keep the proxy from changing the path"
            return .problem(.callbacks, "\(publicURL) leads to a dialerd that refuses the signature", remedy: remedy)
        default:
            let text = "another program answers at \(publicURL), with status \(status)"
            guard isDaemonRunning else { return stopped("\(text); the daemon is not running") }
            let remedy =
                "configure the proxy to pass \(CallbackURLs.pathPrefix) on to \(configuration.callbacks.listen)"
            return .problem(.callbacks, text, remedy: remedy)
        }
    }

    private func unreached(_ reason: String) -> Finding {
        let text = "\(publicURL) cannot be reached from here (\(reason))"
        let words = reason.lowercased()
        if words.contains("certificate") || words.contains("ssl") {
            let remedy =
                "Plivo does not trust the certificate: renew it, for the name in public_url, with its whole chain"
            return .problem(.callbacks, text, remedy: remedy)
        }
        if words.contains("resolve") {
            return .problem(.callbacks, text, remedy: "correct public_url, or the DNS entry of its name")
        }
        // Without a proxy, nothing listens at the URL before the daemon starts.
        guard isDaemonRunning else { return stopped(text) }
        let remedy = "check the proxy, the firewall and public_url; try it from another network as well"
        return .problem(.callbacks, text, remedy: remedy)
    }

    private func stopped(_ text: String) -> Finding {
        .warning(.callbacks, text, remedy: "start the daemon, and run doctor again")
    }

    /// `/healthz` and `/metrics` show the names of campaigns to every client that can read these pages.
    private func pagesOutside() async -> [Finding] {
        // Without a proxy the daemon serves these pages only to its own machine, from which this request comes.
        guard !configuration.callbacks.isPublicURLOnLoopback, configuration.callbacks.tls == nil else { return [] }
        async let health = isServed("/healthz") { $0.contains("\"status\"") }
        async let metrics = isServed("/metrics") { $0.contains("dialerd_") }
        let open = await [health ? "/healthz" : nil, metrics ? "/metrics" : nil].compactMap(\.self)
        guard !open.isEmpty else { return [] }
        let text = "\(open.joined(separator: " and ")) can be read at \(publicURL)"
        return [.warning(.callbacks, text, remedy: "configure the proxy to pass only \(CallbackURLs.pathPrefix)")]
    }

    private func isServed(_ path: String, _ isOurs: (String) -> Bool) async -> Bool {
        let outcome = await transport.send(HTTPRequest(method: .get, url: publicURL + path))
        guard case .response(let response) = outcome else { return false }
        return isOurs(String(decoding: response.body, as: UTF8.self))
    }
}
