import Foundation
import PlivoAPI
import Settings

/// Asks the running daemon itself how it is: what keeps it from writing cannot stand in the database.
enum HealthQuestion {
    private static let patience = Duration.seconds(1)

    private struct Answer: Decodable {
        var problems: [String]
    }

    /// What is wrong, a sentence each; none when all is well or nobody answers.
    static func problems(at address: ListenAddress) async -> [String] {
        let configuration = HTTPTransport.Configuration(requestTimeout: patience, connectTimeout: patience)
        guard let transport = try? HTTPTransport(configuration) else { return [] }
        let outcome = await transport.send(HTTPRequest(method: .get, url: "http://\(address)/healthz"))
        await transport.shutDown(within: .zero)
        guard case .response(let response) = outcome,
            let answer = try? JSONDecoder().decode(Answer.self, from: Data(response.body))
        else { return [] }
        return answer.problems
    }
}
