import DialerSimulation
import Testing

/// The checks see what they are there to see: a bad shell is caught. Of the dialer's own known-bad variants
/// `make mutants` takes care.
struct CheckerTests {
    private static let cases: [(Sabotage, Set<Promise>)] = [
        (.postRetried, [.once]),
        (.acknowledgedBeforeCommit, [.durable]),
        (.callbacksMixedUp, [.once, .truth]),
    ]

    @Test(arguments: cases)
    func aBadShellIsCaught(sabotage: Sabotage, promises: Set<Promise>) throws {
        let (failures, _) = try SeedRunner(seeds: 1..<501, sabotage: sabotage).run()
        let violation = try #require(failures.first?.violation)
        #expect(promises.contains(violation.promise), "\(violation.detail)")
    }

    @Test func aFailureShrinksAndStaysTheSameFailure() throws {
        let (failures, _) = try SeedRunner(seeds: 1..<501, sabotage: .postRetried).run()
        let failure = try #require(failures.first)
        let smallest = try Shrinker.shrink(failure, sabotage: .postRetried)
        #expect(smallest.violation?.promise == failure.violation?.promise)
        #expect(smallest.scenario.seed == failure.scenario.seed)
        #expect(smallest.scenario.faults.count <= failure.scenario.faults.count)
        #expect(smallest.text.contains("broken: nobody is called twice"))
        #expect(!failure.lastLines.isEmpty)
    }
}
