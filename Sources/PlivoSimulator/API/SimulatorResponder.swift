import HTTPTypes
package import Hummingbird
import NIOCore
import Synchronization

/// Answers every HTTP request: the account's resources, behind the gate, and the simulator's own pages.
package struct SimulatorResponder: HTTPResponder {
    /// Thrown after the connection was cut, so that nothing is written to it.
    private struct ConnectionCut: Error {}

    /// No documented request comes near this size.
    private static let maximumBodyBytes = 1 << 20

    let settings: SimulatorSettings
    let exchange: Exchange
    let gate: GateKeeper
    let clock: SimulatorClock

    package init(settings: SimulatorSettings, exchange: Exchange, gate: GateKeeper, clock: SimulatorClock) {
        self.settings = settings
        self.exchange = exchange
        self.gate = gate
        self.clock = clock
    }

    package func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let path = request.uri.path
        if let page = SimulatorPages(exchange: exchange, gate: gate).page(path, method: request.method.rawValue) {
            return page
        }
        let route = APIRoute(method: request.method.rawValue, path: path, authID: settings.authID)
        let authorization = request.headers[.authorization]
        let decision = gate.use { gate in
            gate.decide(isMakeCall: route == .makeCall, authorization: authorization, at: clock.now)
        }
        if case .refuse(let answer) = decision { return response(answer) }

        let answer: APIAnswer
        do {
            let body = try await request.body.collect(upTo: Self.maximumBodyBytes)
            answer = APIDesk(settings: settings, exchange: exchange, clock: clock, apiID: gate.nextAPIID()).answer(
                route,
                query: QueryParameters(request.uri.query),
                contentType: request.headers[.contentType],
                body: body.readableBytesView
            )
        } catch is NIOTooManyBytesError {
            answer = .error(400, "the request body is too large", apiID: gate.nextAPIID())
        }
        switch decision {
        case .passThenError:
            return response(.error(500, RefusalText.text(500), apiID: gate.nextAPIID()))
        case .passThenCut:
            try? await context.channel.close()
            throw ConnectionCut()
        case .pass, .refuse:
            return response(answer)
        }
    }

    private func response(_ answer: APIAnswer) -> Response {
        guard !answer.body.isEmpty else { return Response(status: .init(code: answer.status)) }
        return Response(
            status: .init(code: answer.status),
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
        )
    }
}
