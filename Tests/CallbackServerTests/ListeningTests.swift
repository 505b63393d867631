import CallbackServer
import PlivoAPI
import Testing

@Suite struct ListeningTests {
    @Test func anAddressInUse() async throws {
        try await withCallbackServer { server in
            let error = await #expect(throws: ListenError.self) { try await listen("127.0.0.1", server.port) }
            #expect(error?.code == .addressInUse)
            #expect(
                error?.description
                    == "cannot listen on 127.0.0.1:\(server.port), which another program uses: stop it, or set "
                    + "callbacks.listen to a free port"
            )
        }
    }

    @Test func anAddressOfAnotherMachine() async throws {
        let error = await #expect(throws: ListenError.self) { try await listen("192.0.2.1", 0) }
        #expect(error?.code == .noSuchAddress)
    }

    @Test func aConnectionOnWhichNothingComesIsClosed() async throws {
        try await withCallbackServer(idleSeconds: 1) { server in
            for start in ["", "POST /plivo/t/ring HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc"] {
                let received = try await RawClient.exchange(port: server.port, sending: start)
                #expect(!received.contains("200"))
            }
        }
    }

    @Test(arguments: ["nonsense\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost x\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n"])
    func whatIsNotHTTPIsRefused(text: String) async throws {
        try await withCallbackServer(idleSeconds: 1) { server in
            let received = try await RawClient.exchange(port: server.port, sending: text)
            #expect(!received.contains("200"))
            #expect(await server.get("/healthz").status == 200)
        }
    }

    private func listen(_ host: String, _ port: Int) async throws {
        let server = CallbackServer(
            .init(host: host, port: port, publicURL: publicURL, signature: nil, zone: .utc),
            handlers: .init(accept: { _ in }, health: { HealthReport() }, metrics: { [] }),
            logger: silent
        )
        try await server.run()
    }
}
