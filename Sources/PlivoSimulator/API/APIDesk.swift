import Foundation

/// Carries out one API request and says what to answer.
package struct APIDesk {
    let settings: SimulatorSettings
    let exchange: Exchange
    let clock: SimulatorClock
    /// Goes into the answer.
    let apiID: Identifier

    package init(settings: SimulatorSettings, exchange: Exchange, clock: SimulatorClock, apiID: Identifier) {
        self.settings = settings
        self.exchange = exchange
        self.clock = clock
        self.apiID = apiID
    }

    var resource: CallResource { CallResource(authID: settings.authID, zone: settings.zone) }

    package func answer(
        _ route: APIRoute,
        query: QueryParameters,
        contentType: String?,
        body: some Collection<UInt8>
    ) -> APIAnswer {
        do throws(ArgumentProblem) {
            switch route {
            case .makeCall: return try makeCall(arguments(contentType, body))
            case .listCalls: return try list(query)
            case .hangUpAll:
                exchange.use { switchboard, now in switchboard.hangUpAll(at: now) }
                return .noContent
            case .getCall(let uuid): return try get(uuid, query)
            case .transfer(let uuid): return try transfer(uuid, arguments(contentType, body))
            case .hangUp(let uuid): return hangUp(uuid, by: .either)
            case .cancelRequest(let uuid): return hangUp(uuid, by: .requestUUID)
            case .wrongMethod: return .error(405, "method not allowed", apiID: apiID)
            case .unknown: return .notFound(apiID: apiID)
            }
        } catch {
            return .error(400, error.message, apiID: apiID)
        }
    }

    /// Documented: arguments come as JSON and in no other way.
    private func arguments(
        _ contentType: String?,
        _ body: some Collection<UInt8>
    ) throws(ArgumentProblem) -> ArgumentReader {
        let mediaType = contentType?.prefix { $0 != ";" }.lowercased()
        guard mediaType == nil || mediaType == "application/json",
            let members = try? JSONDecoder().decode([String: JSONValue].self, from: Data(body))
        else { throw ArgumentProblem("the request body is not a JSON object") }
        return ArgumentReader(members)
    }
}
