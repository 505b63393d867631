import Dispatch
import HTTPClient
import RawHTTPServer
import Testing

@Suite struct HTTPTransportShutdownTests {
    @Test func aRequestUnderWayFinishes() async throws {
        let (arrived, hasArrived) = AsyncStream.makeStream(of: Void.self)
        let isStopping = DispatchSemaphore(value: 0)
        let requests = try await withServer(.init(maxConcurrentRequests: 1)) { connection in
            _ = connection.readRequest()
            hasArrived.yield()
            isStopping.wait()
            connection.answer()
        } test: { transport, server in
            async let outcome = transport.post(server.url)
            await arrived.first { true }
            // It cannot begin before the first is over, so its end tells that the shutdown has begun.
            async let other = transport.post(server.url)
            async let stopped: Void = transport.shutDown(within: .seconds(30))
            #expect(Fate(await other) == .neverSent)
            isStopping.signal()
            await stopped
            #expect(Fate(await outcome) == .response(201))
        }
        #expect(requests.count == 1)
    }

    @Test func aRequestThatDoesNotFinishInTimeIsCutOff() async throws {
        let (arrived, hasArrived) = AsyncStream.makeStream(of: Void.self)
        let requests = try await withServer { connection in
            _ = connection.readRequest()
            hasArrived.yield()
        } test: { transport, server in
            async let outcome = transport.post(server.url)
            await arrived.first { true }
            await transport.shutDown(within: .milliseconds(50))
            #expect(Fate(await outcome) == .broken)
            #expect(Fate(await transport.post(server.url)) == .neverSent)
        }
        #expect(requests.count == 1)
    }

    @Test func aRequestThatHasNotBegunIsGivenUp() async throws {
        let (arrived, hasArrived) = AsyncStream.makeStream(of: Void.self)
        let requests = try await withServer(.init(maxConcurrentRequests: 1)) { connection in
            _ = connection.readRequest()
            hasArrived.yield()
        } test: { transport, server in
            async let first = transport.post(server.url)
            await arrived.first { true }
            async let second = transport.post(server.url)
            await transport.shutDown(within: .milliseconds(50))
            #expect(Fate(await first) == .broken)
            #expect(Fate(await second) == .neverSent)
        }
        #expect(requests.count == 1)
    }

    /// Compares reasons, because the address is invalid and every outcome is `neverSent`.
    private func isShutDown(_ transport: HTTPTransport) async throws -> Bool {
        let other = try HTTPTransport()
        await other.shutDown(within: .zero)
        let invalid = "http://127.0.0.1:99999"
        guard case .neverSent(let expected) = await other.post(invalid),
            case .neverSent(let reason) = await transport.post(invalid)
        else { return false }
        return reason == expected
    }

    @Test func shuttingDownTwice() async throws {
        let transport = try HTTPTransport()
        async let first: Void = transport.shutDown(within: .seconds(60))
        async let second: Void = transport.shutDown(within: .zero)
        _ = await (first, second)
        await transport.shutDown(within: .zero)
    }
}
