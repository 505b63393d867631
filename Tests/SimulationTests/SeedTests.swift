import DialerCore
import DialerSimulation
import TestSupport
import Testing

/// The production core, engine and store against a model of Plivo, with another scenario for each seed.
struct SeedTests {
    @Test func noSeedBreaksAPromise() throws {
        let seeds = TestSeed.range(1..<301)
        let (failures, runs) = try SeedRunner.run(seeds: seeds)
        #expect(failures.isEmpty, "\(failures.map(\.text).joined(separator: "\n")) — make simulate SEED=n replays one")
        #expect(runs == seeds.count)
    }

    @Test(arguments: [UInt64(3), 9, 14])
    func oneSeedHasOneTrace(seed: UInt64) throws {
        let first = try Simulation(Scenario(seed: seed)).run()
        let second = try Simulation(Scenario(seed: seed)).run()
        #expect(first.fingerprint == second.fingerprint)
        #expect(first.step == second.step)
        #expect(first.fingerprint != (try Simulation(Scenario(seed: seed + 1)).run()).fingerprint)
    }
}
