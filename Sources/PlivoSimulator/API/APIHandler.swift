import Foundation

/// Carries out one API request. A wrong argument or filter makes the response a 400.
struct APIHandler {
    let settings: SimulatorSettings
    let simulation: SharedCallSimulation
    let clock: SimulatorClock
    /// The `api_id` of the response.
    let apiID: UUID

    func respond(
        to endpoint: APIEndpoint,
        query: QueryParameters,
        contentType: String?,
        body: some Collection<UInt8>
    ) -> APIResponse {
        do throws(BadRequest) {
            switch endpoint {
            case .makeCall: return try makeCall(arguments(contentType, body))
            case .listCalls: return try list(query)
            case .hangUpAll:
                simulation.withLock { simulation, now in simulation.hangUpAll(at: now) }
                return .noContent
            case .getCall(let uuid): return try get(uuid, query)
            case .transfer(let uuid): return try transfer(uuid, arguments(contentType, body))
            case .hangUp(let uuid): return hangUp(uuid, by: .either)
            case .cancelRequest(let uuid): return hangUp(uuid, by: .requestUUID)
            case .wrongMethod: return .error(405, "method not allowed", apiID: apiID)
            case .unknown: return .error(404, apiID: apiID)
            }
        } catch {
            return .error(400, error.message, apiID: apiID)
        }
    }

    /// Arguments must come as a JSON object (docs/plivo.md, "Making calls").
    private func arguments(
        _ contentType: String?,
        _ body: some Collection<UInt8>
    ) throws(BadRequest) -> ArgumentReader {
        let mediaType = contentType?.prefix { $0 != ";" }.lowercased()
        guard mediaType == nil || mediaType == "application/json",
            let members = try? JSONDecoder().decode([String: JSONValue].self, from: Data(body))
        else { throw BadRequest("the request body is not a JSON object") }
        return ArgumentReader(members)
    }
}
