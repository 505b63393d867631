import Foundation
import HTTPClient
import Settings

/// Asks the running daemon itself how it is: what keeps it from writing cannot stand in the database.
enum HealthQuestion {
    enum Answer: Sendable {
        /// What is wrong, a sentence each.
        case answer(problems: [String])
        /// Nobody answers as the daemon does.
        case silent(reason: String)
    }

    private struct Body: Decodable {
        var problems: [String]
    }

    /// What is wrong, a sentence each; none when all is well or nobody answers.
    static func problems(of callbacks: Configuration.Callbacks) async -> [String] {
        guard case .answer(let problems) = await ask(callbacks, patience: .seconds(1)) else { return [] }
        return problems
    }

    static func ask(_ callbacks: Configuration.Callbacks, patience: Duration) async -> Answer {
        let configuration = HTTPTransport.Configuration(
            requestTimeout: patience,
            connectTimeout: patience,
            // Its own certificate is trusted, whoever has signed it, if it has the name in public_url.
            certificateAuthorityFile: callbacks.tls?.certificate,
            connectTo: "\(callbacks.listen)"
        )
        let host = ListenAddress(host: callbacks.publicHost, port: callbacks.listen.port)
        let url = callbacks.tls == nil ? "http://\(callbacks.listen)/healthz" : "https://\(host)/healthz"
        guard let transport = try? HTTPTransport(configuration) else {
            return .silent(reason: "libcurl does not start")
        }
        let outcome = await transport.send(HTTPRequest(method: .get, url: url))
        await transport.shutDown(within: .zero)
        switch outcome {
        case .response(let response):
            guard let body = try? JSONDecoder().decode(Body.self, from: Data(response.body)) else {
                return .silent(reason: "another program answers, with status \(response.status)")
            }
            return .answer(problems: body.problems)
        case .neverSent(let reason), .broken(let reason): return .silent(reason: reason)
        case .timedOut: return .silent(reason: "no answer in time")
        }
    }
}
