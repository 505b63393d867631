import DialerSimulation
import Testing

/// The checks catch a known-bad daemon. `make mutants` tests them with the known-bad variants of the dialer itself.
struct CheckerTests {
    private static let cases: [(DaemonMutant, Set<Promise>)] = [
        (.postRetried, [.once]),
        (.acknowledgedBeforeCommit, [.durable]),
        (.callbacksMixedUp, [.once, .truth]),
    ]

    @Test(arguments: cases)
    func aBadDaemonIsCaught(mutant: DaemonMutant, promises: Set<Promise>) throws {
        let (failures, _) = try SeedRunner.run(seeds: 1..<501, mutant: mutant)
        let violation = try #require(failures.first?.violation)
        #expect(promises.contains(violation.promise), "\(violation.detail)")
    }

    @Test func aFailureShrinksAndStaysTheSameFailure() throws {
        let (failures, _) = try SeedRunner.run(seeds: 1..<501, mutant: .postRetried)
        let failure = try #require(failures.first)
        let smallest = try Shrinker.shrink(failure, mutant: .postRetried)
        #expect(smallest.violation?.promise == failure.violation?.promise)
        #expect(smallest.scenario.seed == failure.scenario.seed)
        #expect(smallest.scenario.faults.count <= failure.scenario.faults.count)
        #expect(smallest.text.contains("broken: no contact is called twice"))
        #expect(!failure.lastLines.isEmpty)
    }
}
