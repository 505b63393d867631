import CallbackServer
import DialerCore
import HTTPClient
import ServiceLifecycle
import Synchronization
import Testing

private let form = "CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9"

@Suite struct DurabilityTests {
    /// A 200 is sent only when the event is on disk.
    @Test func theAnswerComesAfterTheEventIsTaken() async throws {
        let log = Mutex<[String]>([])
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        try await withCallbackServer { _ in
            arrived.yield()
            await gate.first { true }
            log.withLock { $0.append("on disk") }
        } test: { server in
            async let outcome = server.signedPost("/plivo/t/hangup", form)
            await arrivals.first { true }
            open.yield()
            #expect(await outcome.status == 200)
            log.withLock { $0.append("answered") }
        }
        #expect(log.withLock { $0 } == ["on disk", "answered"])
    }

    @Test func whatIsNotTakenIsRepeatedByPlivo() async throws {
        struct DiskFull: Error {}
        try await withCallbackServer { _ in
            throw DiskFull()
        } test: { server in
            let outcome = await server.signedPost("/plivo/t/hangup", form)
            #expect(outcome.status == 503)
            #expect(outcome.text == "")
            #expect(await server.get("/metrics").text?.contains(#"dialerd_callbacks_total{result="failed"} 1"#) == true)
        }
    }

    /// Each handler waits until all are called. A server that handles requests one by one would never answer.
    @Test func manyAreTakenAtOnce() async throws {
        let count = 60
        let barrier = Barrier(count)
        try await withCallbackServer { _ in
            await barrier.wait()
        } test: { server in
            await withTaskGroup(of: Int?.self) { group in
                for _ in 0..<count { group.addTask { await server.signedPost("/plivo/t/ring", form).status } }
                for await status in group { #expect(status == 200) }
            }
        }
    }

    @Test func aGracefulShutdownAnswersWhatCameBefore() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        try await withCallbackServer { _ in
            arrived.yield()
            await gate.first { true }
        } test: { server in
            async let outcome = server.signedPost("/plivo/t/hangup", form)
            await arrivals.first { true }
            // The shutdown has begun when idle connections are closed, and new ones are refused.
            async let idle = RawClient.exchange(port: server.port, sending: "")
            await server.group.triggerGracefulShutdown()
            _ = try? await idle
            open.yield()
            #expect(await outcome.status == 200)
        }
    }
}

/// Suspends its callers until `count` of them have called.
private actor Barrier {
    private let count: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        self.count = count
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            guard waiting.count == count else { return }
            for continuation in waiting { continuation.resume() }
        }
    }
}
