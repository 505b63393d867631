import PlivoSimulator
import Testing

@Suite struct CallScenarioTests {
    private static let count = 20_000

    @Test func anOutcomeIsAsFrequentAsItsShareSays() {
        var counts: [Outcome: Int] = [:]
        for number in 0..<Self.count {
            let destination = "1415\(number)"
            let scenario = CallScenario.draw(
                shares: .standard,
                seed: TestSeed.value,
                destination: destination,
                ordinal: 0
            )
            counts[scenario.outcome, default: 0] += 1
        }
        for (outcome, weight) in OutcomeShares.standard.choices {
            let share = Double(counts[outcome] ?? 0) / Double(Self.count) * 100
            #expect(abs(share - weight) < 1.5, "\(outcome): \(share) %, \(TestSeed.replay)")
        }
    }

    @Test func dependsOnSeedDestinationAndOrdinalOnly() {
        func draw(_ seed: UInt64, _ destination: String, _ ordinal: Int) -> CallScenario {
            CallScenario.draw(shares: .standard, seed: seed, destination: destination, ordinal: ordinal)
        }
        #expect(draw(1, "14155550101", 0) == draw(1, "14155550101", 0))
        #expect(draw(1, "14155550101", 0) != draw(2, "14155550101", 0))
        #expect(draw(1, "14155550101", 0) != draw(1, "14155550102", 0))
        #expect(draw(1, "14155550101", 0) != draw(1, "14155550101", 1))
    }

    @Test(arguments: Outcome.drawable)
    func theCauseFitsTheOutcome(outcome: Outcome) {
        let shares = OutcomeShares(weights: [outcome: 1])
        for number in 0..<200 {
            let scenario = CallScenario.draw(
                shares: shares,
                seed: TestSeed.value,
                destination: "\(number)",
                ordinal: 0
            )
            let isMachine = outcome == .machine
            #expect(
                scenario.cause.outcome(answered: scenario.isPickedUp, machine: isMachine) == outcome,
                TestSeed.replay
            )
            #expect(scenario.isPickedUp == (scenario.talkMilliseconds > 0), TestSeed.replay)
        }
    }
}
