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
            try await SystemFixture.open(simulator: flags) { fixture in
                try await fixture.startDaemon()
                // Many small requests, so that chance strikes some.
                try fixture.drop("spring", ContactList.csv(count))
                try await fixture.completed(within: .seconds(180))
                let outcomes = try await fixture.expectAgreement(numbers: SystemTests.numbers(count))
                let called = Set(try await fixture.simulator.calls().map(\.to))
                #expect(outcomes["unknown", default: 0] == count - called.count)
                #expect((called.count == count) == everybodyIsCalled)
            }
        }
    }
}
