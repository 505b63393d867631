package import HTTPClient

/// Runs `test` with a transport and a scripted server, then ends both and returns every request that the server received.
package func withServer(
    _ configuration: HTTPTransport.Configuration = .init(),
    script: @escaping @Sendable (RawConnection) -> Void,
    test: (HTTPTransport, RawServer) async throws -> Void
) async throws -> [RecordedRequest] {
    let server = try RawServer(script: script)
    var configuration = configuration
    // On a busy machine a test may be suspended for longer than a connection is kept by default.
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
