import CallbackServer
import Glibc
import HTTPClient
import Testing

@Suite struct ListeningTests {
    @Test func anAddressInUse() throws {
        let first = try ListeningSocket(host: "127.0.0.1", port: 0)
        defer { close(first.descriptor) }
        let error = #expect(throws: ListenError.self) { try ListeningSocket(host: "127.0.0.1", port: first.port) }
        #expect(error?.errno == EADDRINUSE)
        #expect(
            error?.description
                == "cannot listen on 127.0.0.1:\(first.port), which another program uses: stop it, or set "
                + "callbacks.listen to a free port"
        )
    }

    @Test(arguments: ["192.0.2.1", "no-such-host.invalid"])
    func anAddressOfAnotherMachine(host: String) {
        let error = #expect(throws: ListenError.self) { try ListeningSocket(host: host, port: 0) }
        #expect(error?.errno == EADDRNOTAVAIL)
    }

    /// A socket that systemd has kept is used only if it has the configured address.
    @Test func aSocketIsTakenOverAtItsOwnAddressOnly() throws {
        let kept = try ListeningSocket(host: "127.0.0.1", port: 0)
        defer { close(kept.descriptor) }
        let taken = ListeningSocket(inherited: kept.descriptor, host: "localhost", port: kept.port)
        #expect(taken?.descriptor == kept.descriptor && taken?.port == kept.port)
        #expect(ListeningSocket(inherited: kept.descriptor, host: "127.0.0.1", port: kept.port + 1) == nil)
        #expect(ListeningSocket(inherited: kept.descriptor, host: "127.0.0.2", port: kept.port) == nil)
        let other = open("/dev/null", O_RDONLY)
        defer { close(other) }
        #expect(ListeningSocket(inherited: other, host: "127.0.0.1", port: kept.port) == nil)
    }

    @Test func everyAnswerHasADate() async throws {
        try await withCallbackServer { server in
            let date = await server.get("/healthz").response?.headers["date"]
            let form = #/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/#
            let match = try form.wholeMatch(in: date ?? "")
            #expect(match != nil)
        }
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
}
