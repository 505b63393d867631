import Foundation
import Synchronization

/// Runs many seeds on several threads, each seed on one.
package enum SeedRunner {
    /// - Parameters:
    ///   - jobs: the number of threads.
    ///   - mostFailures: the number of failures after which it stops.
    /// - Returns: the failures, the lowest seed first, and the number of seeds that were run.
    /// - Throws: an error that prevents a run, such as a full disk.
    package static func run(
        seeds: Range<UInt64>,
        jobs: Int = 2,
        mostFailures: Int = 1,
        mutant: DaemonMutant? = nil
    ) throws -> (failures: [Report], runs: Int) {
        let next = Atomic<UInt64>(seeds.lowerBound)
        let state = Mutex<(failures: [Report], runs: Int, error: (any Error)?)>(([], 0, nil))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while state.withLock({ $0.failures.count < mostFailures && $0.error == nil }) {
                let seed = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard seeds.contains(seed) else { return }
                do {
                    let report = try Simulation(Scenario(seed: seed), mutant: mutant).run()
                    state.withLock { state in
                        state.runs += 1
                        if report.violation != nil { state.failures.append(report) }
                    }
                } catch {
                    state.withLock { $0.error = error }
                }
            }
        }
        let result = state.withLock { $0 }
        if let error = result.error { throw error }
        return (result.failures.sorted { $0.scenario.seed < $1.scenario.seed }, result.runs)
    }
}
