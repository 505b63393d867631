import Glibc
import TestSupport
import Testing

extension SystemTests {
    struct StopTests {
        private static let campaign = ContactList.csv(600)

        @Test func anOrderlyStopLosesNothing() async throws {
            try await SystemFixture.open(callsPerSecond: 200) { fixture in
                let daemon = try await fixture.startDaemon()
                try fixture.drop("spring", Self.campaign)
                try await fixture.campaign { $0.finished >= 50 }
                daemon.send(SIGTERM)
                #expect(try await daemon.exitCode(within: .seconds(10)) == 0)
                #expect(daemon.textOfErrors.contains("dialerd has stopped"))

                let stopped = try await fixture.status()
                #expect(stopped.daemon.state == "stopped")
                #expect(stopped.campaigns.map(\.in_doubt) == [0])
                #expect(stopped.campaigns.map(\.dialing) == [0])
                #expect(stopped.campaigns.first?.reason?.contains("the daemon is not running") == true)
                #expect(try await fixture.results().count == 600)

                try await fixture.startDaemon()
                try await fixture.completed()
                let outcomes = try await fixture.expectAgreement(numbers: SystemTests.numbers(600))
                #expect(outcomes["unknown"] == nil)
            }
        }

        /// A provider that takes requests and never answers has taken one for ten contacts.
        private func withSilentProvider(_ body: (SystemFixture, RunningProgram) async throws -> Void) async throws {
            let provider = try LoopbackSocket()
            try provider.listen()
            try await SystemFixture.open(baseURL: "http://127.0.0.1:\(provider.port)/v1") { fixture in
                let daemon = try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(10))
                try await fixture.campaign { $0.dialing == 10 }
                try await body(fixture, daemon)
            }
        }

        /// Such a provider holds up a stop for a few seconds, and no longer.
        @Test func aStopDoesNotWaitForAProviderThatHangs() async throws {
            try await withSilentProvider { fixture, daemon in
                daemon.send(SIGINT)
                #expect(try await daemon.exitCode(within: .seconds(10)) == 0)
                let stopped = try await fixture.status()
                // The request may have arrived, so it is in doubt; it was sent once, so nobody is pending again.
                #expect(stopped.campaigns.map(\.in_doubt) == [10])
            }
        }

        @Test func aSecondSignalEndsItAtOnce() async throws {
            try await withSilentProvider { fixture, daemon in
                daemon.send(SIGTERM)
                try await daemon.says("waiting for answers to requests under way")
                #expect(daemon.isRunning)
                daemon.send(SIGTERM)
                #expect(try await daemon.exitCode(within: .seconds(5)) == 143)

                let next = try await fixture.startDaemon()
                try await next.says("requests were in flight when the daemon stopped")
                #expect(try await fixture.status().campaigns.map(\.in_doubt) == [10])
            }
        }
    }
}
