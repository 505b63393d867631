import Testing

extension SystemTests {
    struct DoubtTests {
        /// Requests that were refused, lost or answered with nonsense: whoever rang is known, nobody rang twice.
        @Test(arguments: [
            ("answer-lost", true), ("http-500-after", true), ("http-429", true), ("http-500-before", false),
        ])
        func answersThatGoAstray(fault: String, everybodyIsCalled: Bool) async throws {
            let count = 300
            try await House.open(simulator: ["--fault", "\(fault)=0.3"]) { house in
                try await house.startDaemon()
                try house.drop("spring", ContactList.csv(count))
                try await house.completed(within: .seconds(180))
                let outcomes = try await house.expectAgreement(numbers: SystemTests.numbers(count))
                let called = Set(try await house.simulator.calls().map(\.to))
                if everybodyIsCalled {
                    #expect(called.count == count)
                    #expect(outcomes["unknown"] == nil)
                } else {
                    // Without in_doubt: redial, what may have been placed is for a person to decide.
                    #expect(outcomes["unknown"] == count - called.count)
                    #expect(called.count < count)
                }
            }
        }
    }
}
