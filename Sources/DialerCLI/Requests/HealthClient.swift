import Foundation
import HTTPClient
import Settings

/// Asks the running daemon for `GET /healthz`. The database cannot show why the daemon cannot write to it.
enum HealthClient {
    enum Answer: Sendable {
        /// The daemon answers. Its problems are one sentence each; without problems the daemon is healthy.
        case healthz(problems: [String])
        /// No daemon answers at the address.
        case unanswered(reason: String)
    }

    private struct Body: Decodable {
        var problems: [String]
    }

    static func ask(_ callbacks: Configuration.Callbacks, timeout: Duration) async -> Answer {
        let configuration = HTTPTransport.Configuration(
            requestTimeout: timeout,
            connectTimeout: timeout,
            // The daemon's own certificate is trusted, whatever its issuer, if its name is the name in public_url.
            certificateAuthorityFile: callbacks.tls?.certificate,
            connectTo: "\(callbacks.listen)"
        )
        let host = ListenAddress(host: callbacks.publicHost, port: callbacks.listen.port)
        let url = callbacks.tls == nil ? "http://\(callbacks.listen)/healthz" : "https://\(host)/healthz"
        guard let transport = try? HTTPTransport(configuration) else {
            return .unanswered(reason: "libcurl does not start")
        }
        let outcome = await transport.send(HTTPRequest(method: .get, url: url))
        await transport.shutDown(within: .zero)
        switch outcome {
        case .response(let response):
            guard let body = try? JSONDecoder().decode(Body.self, from: Data(response.body)) else {
                return .unanswered(reason: "another program answers, with status \(response.status)")
            }
            return .healthz(problems: body.problems)
        case .neverSent(let reason), .broken(let reason): return .unanswered(reason: reason)
        case .timedOut: return .unanswered(reason: "no answer in time")
        }
    }
}
