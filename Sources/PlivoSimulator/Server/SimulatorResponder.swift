import HTTPTypes
import Hummingbird
import NIOCore

/// Responds to every HTTP request: to API requests, if they are admitted, and to requests for the simulator's own
/// pages.
struct SimulatorResponder: HTTPResponder {
    /// Thrown after the connection has been closed, so that nothing is written to it.
    private struct ConnectionClosed: Error {}

    /// Far more than the largest documented request has.
    private static let maximumBodyBytes = 1 << 20

    let settings: SimulatorSettings
    let simulation: SharedCallSimulation
    let admission: RequestAdmission
    let clock: SimulatorClock

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let (method, path) = (request.method.rawValue, request.uri.path)
        if let page = SimulatorPages(simulation: simulation, admission: admission).page(path, method: method) {
            return page
        }
        let endpoint = APIEndpoint(method: method, path: path, authID: settings.authID)
        let decision = admission.decide(
            isMakeCall: endpoint == .makeCall,
            authorization: request.headers[.authorization],
            at: clock.now
        )
        if case .refuse(let response) = decision { return httpResponse(response) }

        let apiID = admission.makeAPIID()
        let response: APIResponse
        do {
            let body = try await request.body.collect(upTo: Self.maximumBodyBytes)
            let handler = APIHandler(settings: settings, simulation: simulation, clock: clock, apiID: apiID)
            response = handler.respond(
                to: endpoint,
                query: QueryParameters(request.uri.query),
                contentType: request.headers[.contentType],
                body: body.readableBytesView
            )
        } catch is NIOTooManyBytesError {
            response = .error(400, "the request body is too large", apiID: apiID)
        }
        switch decision {
        case .acceptThenError:
            return httpResponse(.error(500, apiID: apiID))
        case .acceptThenClose:
            try? await context.channel.close()
            throw ConnectionClosed()
        case .accept, .refuse:
            return httpResponse(response)
        }
    }

    private func httpResponse(_ response: APIResponse) -> Response {
        guard !response.body.isEmpty else { return Response(status: .init(code: response.status)) }
        return Response(
            status: .init(code: response.status),
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: response.body))
        )
    }
}
