import PlivoAPI

/// Runs `test` against a scripted server, then ends client and server and returns all that the server received.
func withServer(
    _ configuration: HTTPTransport.Configuration = .init(),
    script: @escaping @Sendable (RawConnection) -> Void,
    test: (HTTPTransport, RawServer) async throws -> Void
) async throws -> [RecordedRequest] {
    let server = try RawServer(script: script)
    var configuration = configuration
    // On a busy machine a test may stand still for longer than a connection is kept otherwise.
    configuration.maxConnectionIdle = .seconds(3600)
    let transport = try HTTPTransport(configuration)
    let result: Result<Void, any Error>
    do {
        result = .success(try await test(transport, server))
    } catch {
        result = .failure(error)
    }
    await transport.shutDown(within: .zero)
    let requests = await server.finish()
    try result.get()
    return requests
}

extension HTTPTransport {
    func post(_ url: String, body: String = #"{"to":"14155550100"}"#) async -> HTTPOutcome {
        await send(HTTPRequest(method: .post, url: url, body: Array(body.utf8)))
    }

    func get(_ url: String) async -> HTTPOutcome {
        await send(HTTPRequest(method: .get, url: url))
    }
}

/// The outcome in one word, for tables.
enum Fate: Equatable {
    case response(Int)
    case neverSent
    case timedOut
    case broken

    init(_ outcome: HTTPOutcome) {
        self =
            switch outcome {
            case .response(let response): .response(response.status)
            case .neverSent: .neverSent
            case .timedOut: .timedOut
            case .broken: .broken
            }
    }
}
