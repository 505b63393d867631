import HTTPClient
import RawHTTPServer
import Synchronization
import Testing

@Suite struct HTTPTransportTests {
    @Test func aConnectionIsKeptAlive() async throws {
        var connections = 0
        let requests = try await withServer { connection in
            while connection.readRequest() != nil { connection.answer(200, headers: ["X-Name:  A Value "]) }
        } test: { transport, server in
            for number in 0..<5 {
                let outcome = await transport.get(server.url + "/\(number)")
                guard case .response(let response) = outcome else { return #expect(Bool(false), "\(outcome)") }
                #expect(response.headers["x-name"] == "A Value")
            }
            connections = server.connectionCount
        }
        #expect(connections == 1)
        #expect(requests.count == 5)
        #expect(requests.allSatisfy { $0.header("User-Agent") == "dialerd" && $0.line.hasPrefix("GET ") })
    }

    /// What a server does after it has received the request, and the outcome.
    enum Behavior: CaseIterable {
        case closes, resets, staysSilent, answersHalf, answersGarbage, answersTooMuch, answersWithoutLength

        var fate: Fate {
            switch self {
            case .staysSilent: .timedOut
            case .answersWithoutLength: .response(200)
            case .closes, .resets, .answersHalf, .answersGarbage, .answersTooMuch: .broken
            }
        }
    }

    @Test(arguments: Behavior.allCases)
    func afterTheRequestWasSent(_ behavior: Behavior) async throws {
        let configuration = HTTPTransport.Configuration(requestTimeout: .milliseconds(400), maxResponseBytes: 1000)
        let requests = try await withServer(configuration) { connection in
            _ = connection.readRequest()
            switch behavior {
            case .closes: connection.close()
            case .resets: connection.close(withReset: true)
            case .staysSilent: break
            case .answersHalf:
                connection.write("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{")
                connection.close()
            case .answersGarbage:
                connection.write("220 smtp.example.com ready\r\n")
                connection.close()
            case .answersTooMuch: connection.answer(201, String(repeating: "x", count: 1001))
            case .answersWithoutLength:
                connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}")
                connection.close()
            }
        } test: { transport, server in
            #expect(Fate(await transport.post(server.url)) == behavior.fate)
        }
        #expect(requests.count == 1)
    }

    @Test func aPortWithoutAListener() async throws {
        let server = try RawServer { _ in }
        _ = await server.finish()
        let transport = try HTTPTransport()
        #expect(Fate(await transport.post(server.url)) == .neverSent)
        await transport.shutDown(within: .zero)
    }

    @Test(arguments: ["ftp://127.0.0.1/", "file:///etc/hostname", "", "http://", "http://127.0.0.1:99999/"])
    func anInvalidURL(url: String) async throws {
        let transport = try HTTPTransport()
        #expect(Fate(await transport.post(url)) == .neverSent)
        await transport.shutDown(within: .zero)
    }

    /// No byte of the request may be sent before the TLS handshake is complete.
    @Test(arguments: [false, true])
    func aServerThatDoesNotSpeakTLS(isSilent: Bool) async throws {
        let requests = try await withServer(.init(connectTimeout: .milliseconds(300))) { connection in
            if !isSilent { connection.answer() }
        } test: { transport, server in
            #expect(Fate(await transport.post("https://127.0.0.1:\(server.port)/call")) == .neverSent)
        }
        #expect(requests.isEmpty)
    }

    @Test func concurrentRequestsAreLimited() async throws {
        let open = Mutex((now: 0, most: 0))
        let requests = try await withServer(.init(maxConcurrentRequests: 4)) { connection in
            while connection.readRequest() != nil {
                open.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                open.withLock { $0.now -= 1 }
                connection.answer()
            }
        } test: { transport, server in
            await withTaskGroup(of: Fate.self) { group in
                for _ in 0..<200 { group.addTask { Fate(await transport.post(server.url)) } }
                for await fate in group { #expect(fate == .response(201)) }
            }
            #expect(server.connectionCount <= 4)
        }
        #expect(requests.count == 200)
        #expect(open.withLock { $0.most } <= 4)
    }

    /// A request that waits too long for a free connection is given up rather than sent late.
    @Test func theWaitForAFreeConnectionIsLimited() async throws {
        let configuration = HTTPTransport.Configuration(
            requestTimeout: .seconds(2),
            connectTimeout: .milliseconds(200),
            maxConcurrentRequests: 1
        )
        let requests = try await withServer(configuration) { connection in
            _ = connection.readRequest()
        } test: { transport, server in
            async let first = transport.post(server.url + "/first")
            async let second = transport.post(server.url + "/second")
            let fates = [Fate(await first), Fate(await second)]
            #expect(fates.contains(.timedOut) && fates.contains(.neverSent))
        }
        #expect(requests.count == 1)
    }

    @Test func aCompletionMaySendAnotherRequest() async throws {
        let requests = try await withServer { connection in
            while connection.readRequest() != nil { connection.answer() }
        } test: { transport, server in
            let url = server.url
            let outcome = await withCheckedContinuation { continuation in
                let second = HTTPRequest(method: .get, url: url + "/second")
                transport.send(HTTPRequest(method: .get, url: url + "/first")) { _ in
                    transport.send(second) { continuation.resume(returning: $0) }
                }
            }
            #expect(Fate(outcome) == .response(201))
        }
        #expect(requests.map(\.path) == ["/first", "/second"])
    }
}
