import HTTPClient
import RawHTTPServer
import Testing

/// A POST reaches the server at most once, whatever the server does. By itself, libcurl would send it again in several of
/// these cases.
@Suite struct SendOnceTests {
    @Test(arguments: [false, true])
    func aReusedConnectionClosesBeforeTheResponse(withReset: Bool) async throws {
        let requests = try await withServer { connection in
            if connection.number == 0 {
                _ = connection.readRequest()
                connection.answer()
                _ = connection.readRequest()
                connection.close(withReset: withReset)
            } else {
                while connection.readRequest() != nil { connection.answer() }
            }
        } test: { transport, server in
            #expect(Fate(await transport.post(server.url + "/first")) == .response(201))
            #expect(Fate(await transport.post(server.url + "/second")) == .broken)
        }
        #expect(requests.map(\.path) == ["/first", "/second"])
        #expect(requests.last?.body == "name=value")
    }

    @Test func aReusedConnectionClosesWithinTheBody() async throws {
        let body = String(repeating: "0123456789ab", count: 1_000_000)
        let requests = try await withServer { connection in
            if connection.number == 0 {
                _ = connection.readRequest()
                connection.answer()
                _ = connection.readRequest(bodyLimit: 10)
                connection.close()
            } else {
                while connection.readRequest() != nil { connection.answer() }
            }
        } test: { transport, server in
            #expect(Fate(await transport.post(server.url + "/first")) == .response(201))
            #expect(Fate(await transport.post(server.url + "/second", body: body)) == .broken)
        }
        #expect(requests.map(\.path) == ["/first", "/second"])
    }

    @Test func aReusedConnectionClosesBeforeTheResponseToAnEmptyPost() async throws {
        let requests = try await withServer { connection in
            if connection.number == 0 {
                _ = connection.readRequest()
                connection.answer()
                _ = connection.readRequest()
                connection.close()
            } else {
                while connection.readRequest() != nil { connection.answer() }
            }
        } test: { transport, server in
            #expect(Fate(await transport.post(server.url + "/first")) == .response(201))
            #expect(Fate(await transport.post(server.url + "/second", body: "")) == .broken)
        }
        #expect(requests.map(\.path) == ["/first", "/second"])
    }

    /// The server closes the idle connection while the request is written to it: any outcome is fine, two copies are not.
    @Test func aRaceWithTheClosingOfAnIdleConnection() async throws {
        let rounds = 150
        var fates: [String: Fate] = [:]
        let requests = try await withServer { connection in
            while let request = connection.readRequest() {
                connection.answer()
                if request.path.hasPrefix("/warm") { return connection.close(withReset: connection.number % 2 == 0) }
            }
        } test: { transport, server in
            for round in 0..<rounds {
                _ = await transport.get(server.url + "/warm\(round)")
                fates["/race\(round)"] = Fate(await transport.post(server.url + "/race\(round)"))
            }
        }
        #expect(fates.count == rounds)
        for (path, fate) in fates {
            let copies = requests.count { $0.path == path && !$0.body.isEmpty }
            #expect(copies <= 1)
            #expect(fate != .response(201) || copies == 1)
            #expect(fate != .neverSent || copies == 0)
            #expect(fate != .timedOut)
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func aRedirect(status: Int) async throws {
        let requests = try await withServer { connection in
            while connection.readRequest() != nil {
                connection.answer(status, headers: ["Location: /elsewhere"])
            }
        } test: { transport, server in
            #expect(Fate(await transport.post(server.url + "/post")) == .response(status))
        }
        #expect(requests.map(\.path) == ["/post"])
    }

    @Test(arguments: [
        (401, "WWW-Authenticate: Basic realm=\"x\""), (401, "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\""),
        (401, "WWW-Authenticate: Negotiate"), (401, "WWW-Authenticate: NTLM"),
        (407, "Proxy-Authenticate: Basic realm=\"x\""), (408, "Connection: close"), (408, "X: y"),
        (413, "Connection: close"), (417, "X: y"), (421, "X: y"), (425, "X: y"), (429, "Retry-After: 0"),
        (500, "X: y"), (502, "X: y"), (503, "Retry-After: 0"), (505, "X: y"),
    ])
    func aStatusThatInvitesARetry(status: Int, header: String) async throws {
        let requests = try await withServer { connection in
            while let request = connection.readRequest() {
                connection.answer(request.path == "/first" ? 200 : status, headers: [header])
            }
        } test: { transport, server in
            _ = await transport.get(server.url + "/first")
            #expect(Fate(await transport.post(server.url + "/post")) == .response(status))
        }
        #expect(requests.map(\.path) == ["/first", "/post"])
    }

    /// With a body of this size libcurl would send `Expect: 100-continue` first.
    @Test func aRefusedExpectation() async throws {
        let requests = try await withServer { connection in
            while connection.readRequest() != nil { connection.answer(417) }
        } test: { transport, server in
            let body = String(repeating: "x", count: 1_500_000)
            #expect(Fate(await transport.post(server.url + "/post", body: body)) == .response(417))
        }
        #expect(requests.map(\.path) == ["/post"])
        #expect(requests.first?.header("Expect") == nil)
    }

    @Test func anInterimResponse() async throws {
        let requests = try await withServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 100 Continue\r\nX-Interim: yes\r\n\r\n")
            connection.answer(201, "done")
        } test: { transport, server in
            let outcome = await transport.post(server.url, body: String(repeating: "x", count: 100_000))
            guard case .response(let response) = outcome else { return #expect(Bool(false), "\(outcome)") }
            #expect(response.status == 201)
            #expect(response.body == Array("done".utf8))
            #expect(response.headers["x-interim"] == nil)
        }
        #expect(requests.count == 1)
        #expect(requests.first?.body.count == 100_000)
    }
}
