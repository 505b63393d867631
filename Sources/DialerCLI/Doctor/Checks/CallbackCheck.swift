import CallbackServer
import DialerCore
import HTTPClient
import PlivoAPI
import Settings

/// Whether a callback that Plivo sends to `public_url` reaches the daemon, and what else does from there.
///
/// It is asked as Plivo would ask, from this machine: where a router does not lead its own public address back inside, it can
/// be reached from elsewhere all the same.
struct CallbackCheck {
    /// No batch has this token, and an empty body is no callback: a daemon that checks the signature and finds it good says
    /// so and forgets it.
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

    /// Signed, if the token can be read: that shows, too, that the address which Plivo signs is the one the daemon knows.
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
        let isSigned = !configuration.plivo.authToken.exposed.isEmpty
        switch outcome {
        case .response(let response):
            switch (response.status, String(decoding: response.body, as: UTF8.self)) {
            case (400, CallbackRefusal.malformed): return .ok(.callbacks, "\(publicURL) leads to the daemon")
            case (403, CallbackRefusal.forged) where !isSigned:
                return .ok(.callbacks, "\(publicURL) leads to a dialerd; without the token its signature is not tried")
            case (403, CallbackRefusal.forged):
                return .problem(
                    .callbacks,
                    "\(publicURL) leads to a dialerd that refuses the signature",
                    remedy:
                        "reload the daemon if public_url or the token has changed; else let the proxy pass the path on as it is"
                )
            case (let status, _): return unserved(status)
            }
        case .neverSent(let reason), .broken(let reason): return unreached(reason)
        case .timedOut: return unreached("no answer in time")
        }
    }

    /// Something answers, and not the daemon.
    private func unserved(_ status: Int) -> Finding {
        let text = "\(publicURL) is answered \(status), and not by the daemon"
        guard isDaemonRunning else {
            return .warning(.callbacks, "\(text), which does not run", remedy: "start it, and run doctor again")
        }
        let listen = configuration.callbacks.listen
        return .problem(.callbacks, text, remedy: "let the proxy pass \(CallbackURLs.pathPrefix) on to \(listen)")
    }

    private func unreached(_ reason: String) -> Finding {
        let text = "\(publicURL) cannot be reached from here (\(reason))"
        let words = reason.lowercased()
        if words.contains("certificate") || words.contains("ssl") {
            let remedy = "Plivo trusts no such certificate: renew it, for the name in public_url, with its whole chain"
            return .problem(.callbacks, text, remedy: remedy)
        }
        if words.contains("resolve") {
            return .problem(.callbacks, text, remedy: "correct public_url, or its name in DNS")
        }
        // Without a proxy, nobody listens there before the start.
        if !isDaemonRunning { return .warning(.callbacks, text, remedy: "start the daemon, and run doctor again") }
        let remedy = "check the proxy, the firewall and public_url; try it from another network, too"
        return .problem(.callbacks, text, remedy: remedy)
    }

    /// Pages that tell names of campaigns to whoever asks.
    private func pagesOutside() async -> [Finding] {
        // Without a proxy the daemon itself sees who asks, and we are on its machine.
        guard !configuration.callbacks.isPublicURLOnLoopback, configuration.callbacks.tls == nil else { return [] }
        async let health = isServed("/healthz") { $0.contains("\"status\"") }
        async let metrics = isServed("/metrics") { $0.contains("dialerd_") }
        let open = await [health ? "/healthz" : nil, metrics ? "/metrics" : nil].compactMap(\.self)
        guard !open.isEmpty else { return [] }
        return [
            .warning(
                .callbacks,
                "\(open.joined(separator: " and ")) can be read at \(publicURL)",
                remedy: "let the proxy pass \(CallbackURLs.pathPrefix) alone"
            )
        ]
    }

    private func isServed(_ path: String, _ isOurs: (String) -> Bool) async -> Bool {
        let outcome = await transport.send(HTTPRequest(method: .get, url: publicURL + path))
        guard case .response(let response) = outcome else { return false }
        return isOurs(String(decoding: response.body, as: UTF8.self))
    }
}
