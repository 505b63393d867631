import Testing

extension SystemTests {
    struct DoubtTests {
        /// Requests that were refused, lost or answered with nonsense: whoever rang is known, nobody rang twice.
        ///
        /// - Parameter everybodyIsCalled: otherwise some requests may have arrived or not, and without
        ///   `in_doubt: redial` those contacts are for a person to decide.
        @Test(arguments: [
            (["answer-lost", "http-500-after", "http-429"], true),
            (["http-500-before"], false),
        ])
        func answersThatGoAstray(faults: [String], everybodyIsCalled: Bool) async throws {
            let count = SystemTests.isLong ? 2000 : 400
            let flags = faults.flatMap { ["--fault", "\($0)=\(everybodyIsCalled ? 0.15 : 0.3)"] }
            try await House.open(simulator: flags) { house in
                try await house.startDaemon()
                // Many small requests, so that chance strikes some.
                try house.drop("spring", ContactList.csv(count))
                try await house.completed(within: .seconds(180))
                let outcomes = try await house.expectAgreement(numbers: SystemTests.numbers(count))
                let called = Set(try await house.simulator.calls().map(\.to))
                #expect(outcomes["unknown", default: 0] == count - called.count)
                #expect((called.count == count) == everybodyIsCalled)
            }
        }

        /// Nothing comes through for a minute of the calls' time, or a real one: records tell what callbacks could not.
        @Test func allCallbacksAreLostForAWhile() async throws {
            let count = SystemTests.isLong ? 3000 : 400
            // Records do not tell machines from people, so nobody here has one.
            let outcomes = ["--outcomes", "answered=60,busy=15,no_answer=15,failed=10"]
            try await House.open(simulator: outcomes, callsPerSecond: 40, hasRelay: true) { house in
                let relay = try #require(house.relay)
                try await house.startDaemon()
                try house.drop("spring", ContactList.csv(count))
                try await house.campaign { $0.finished >= 50 }
                let failedBefore = try await house.simulator.stats().callbacks.failed
                relay.cut()
                let placed = SystemTests.isLong ? 2500 : 300
                _ = try await eventually("calls without callbacks", within: .seconds(180)) {
                    try await house.simulator.stats().calls.placed >= placed ? true : nil
                }
                #expect(try await house.simulator.stats().callbacks.failed > failedBefore)
                relay.mend()
                try await house.completed(within: .seconds(240))
                let ends = try await house.expectAgreement(numbers: SystemTests.numbers(count))
                #expect(ends["unknown"] == nil)
            }
        }
    }
}
