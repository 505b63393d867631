import PlivoSimulator
import Testing

@Suite struct CallFateTests {
    private static let count = 20_000

    @Test func comesOutAsOftenAsItsShareSays() {
        var counts: [Outcome: Int] = [:]
        for number in 0..<Self.count {
            let fate = CallFate.draw(shares: .usual, seed: 1, destination: "1415\(number)", ordinal: 0)
            counts[fate.outcome, default: 0] += 1
        }
        for (outcome, weight) in OutcomeShares.usual.choices {
            let share = Double(counts[outcome] ?? 0) / Double(Self.count) * 100
            #expect(abs(share - weight) < 1.5, "\(outcome): \(share) %")
        }
    }

    @Test func dependsOnSeedDestinationAndOrdinalOnly() {
        func draw(_ seed: UInt64, _ destination: String, _ ordinal: Int) -> CallFate {
            CallFate.draw(shares: .usual, seed: seed, destination: destination, ordinal: ordinal)
        }
        #expect(draw(1, "14155550101", 0) == draw(1, "14155550101", 0))
        #expect(draw(1, "14155550101", 0) != draw(2, "14155550101", 0))
        #expect(draw(1, "14155550101", 0) != draw(1, "14155550102", 0))
        #expect(draw(1, "14155550101", 0) != draw(1, "14155550101", 1))
    }

    @Test(arguments: Outcome.drawable)
    func itsCauseGoesWithItsOutcome(outcome: Outcome) {
        for number in 0..<200 {
            let shares = OutcomeShares(weights: [outcome: 1])
            let fate = CallFate.draw(shares: shares, seed: 1, destination: "\(number)", ordinal: 0)
            #expect(fate.cause.outcome(answered: fate.isPickedUp, machine: outcome == .machine) == outcome)
            #expect(fate.isPickedUp == (fate.talkMilliseconds > 0))
        }
    }

    @Test func aFaultStrikesAsOftenAsItsRateSays() {
        let rates = FaultRates([.callbackLost: 0.1])
        let lost = (0..<Self.count).count { rates.strikes(.callbackLost, seed: 1, subject: "\($0)", ordinal: 0) }
        #expect((1800...2200).contains(lost))
        #expect(!(0..<Self.count).contains { rates.strikes(.callbackLate, seed: 1, subject: "\($0)", ordinal: 0) })
    }

    @Test func theRateOfOneFaultLeavesTheOthersAlone() {
        func lateOnes(_ rates: FaultRates) -> [Int] {
            (0..<1000).filter { rates.strikes(.cdrLate, seed: 1, subject: "\($0)", ordinal: 0) }
        }
        #expect(lateOnes(FaultRates([.cdrLate: 0.2])) == lateOnes(FaultRates([.cdrLate: 0.2, .callbackLost: 0.9])))
    }
}
