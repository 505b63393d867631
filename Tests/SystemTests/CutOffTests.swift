import TestSupport
import Testing

extension SystemTests {
    struct CutOffTests {
        /// Nothing comes through for a minute of the calls' time, or a real one: records tell what callbacks could not.
        @Test func allCallbacksAreLostForAWhile() async throws {
            let count = SystemTests.isLong ? 3000 : 400
            // Records do not tell machines from people, so nobody here has one.
            let outcomes = ["--outcomes", "answered=60,busy=15,no_answer=15,failed=10"]
            try await SystemFixture.open(simulator: outcomes, callsPerSecond: 40, hasRelay: true) { fixture in
                let relay = try #require(fixture.relay)
                try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(count))
                try await fixture.campaign { $0.finished >= 50 }
                let failedBefore = try await fixture.simulator.stats().callbacks.failed
                relay.cut()
                let placed = SystemTests.isLong ? 2500 : 300
                try await eventually("calls without callbacks", within: .seconds(180)) {
                    try await fixture.simulator.stats().calls.placed >= placed ? true : nil
                }
                #expect(try await fixture.simulator.stats().callbacks.failed > failedBefore)
                relay.mend()
                try await fixture.completed(within: .seconds(240))
                let ends = try await fixture.expectAgreement(numbers: SystemTests.numbers(count))
                #expect(ends["unknown"] == nil)
            }
        }
    }
}
