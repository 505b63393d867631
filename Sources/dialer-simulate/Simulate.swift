import ArgumentParser
import DialerCore
import DialerSimulation

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialer-simulate",
        abstract: "Runs the dialer against a model of Plivo in virtual time, once for each seed."
    )

    @Option(help: "The number of seeds to run.") var seeds: UInt64 = 1000
    @Option(help: "The first seed.") var from: UInt64 = 1
    @Option(help: "Run only this seed and print the result.") var seed: UInt64?
    @Option(help: "The number of runs at a time.") var jobs = 2
    @Option(help: "Stop after this number of failures.") var failures = 1
    @Flag(help: "Print every event of the seed.") var trace = false
    @Flag(help: "Print a failure without looking for a smaller one.") var noShrinking = false
    @Option(help: "Use a known-bad variant. Those of the dialer itself need the package trait Mutants.")
    var mutant: String?
    @Flag(help: "Print the names of the known-bad variants.") var listMutants = false

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs must be 1 or more") }
    }

    func run() throws {
        if listMutants { return printMutants() }
        if let mutant { try activate(mutant) }
        let failures = try seed.map(runOne) ?? runMany()
        for failure in failures { try show(failure) }
        if !failures.isEmpty { throw ExitCode.failure }
    }

    private func printMutants() {
        Mutant.available.forEach { print($0.rawValue) }
        DaemonMutant.allCases.forEach { print($0.rawValue) }
    }

    private var daemonMutant: DaemonMutant? { mutant.flatMap(DaemonMutant.init(rawValue:)) }

    private func activate(_ name: String) throws {
        guard daemonMutant == nil else { return }
        guard let variant = Mutant.available.first(where: { $0.rawValue == name }) else {
            throw ValidationError("there is no mutant \(name) in this build")
        }
        variant.activate()
    }

    private func runOne(_ seed: UInt64) throws -> [Report] {
        let report = try Simulation(Scenario(seed: seed), printsAll: trace, mutant: daemonMutant).run()
        guard report.violation == nil else { return [report] }
        print(report.text)
        return []
    }

    private func runMany() throws -> [Report] {
        let started = ContinuousClock.now
        let (reports, runs) = try SeedRunner.run(
            seeds: from..<from + seeds,
            jobs: jobs,
            mostFailures: failures,
            mutant: daemonMutant
        )
        let seconds = (ContinuousClock.now - started).inSeconds
        let rate = (Double(runs) / max(seconds, 0.001) * 10).rounded() / 10
        print("\(runs) seeds in \(Int(seconds.rounded())) s, \(rate) a second, \(reports.count) failed")
        return reports
    }

    private func show(_ failure: Report) throws {
        print(failure.text)
        print("  to replay: make simulate SEED=\(failure.scenario.seed)")
        guard !noShrinking else { return }
        let smallest = try Shrinker.shrink(failure, mutant: daemonMutant)
        print("the smallest failing scenario that was found for this seed:")
        print(smallest.text)
    }
}
