/// Looks for a smaller scenario that breaks the same promise, with fewer campaigns, contacts or faults.
package enum Shrinker {
    private static let mostRuns = 200

    /// - Returns: the smallest failing run that was found, which may be `report` itself.
    /// - Throws: an error that prevents a run, such as a full disk.
    package static func shrink(_ report: Report, mutant: DaemonMutant? = nil) throws -> Report {
        var best = report
        var runs = 0
        var hasShrunk = true
        while hasShrunk, runs < mostRuns {
            hasShrunk = false
            for smaller in variants(of: best.scenario) where runs < mostRuns {
                runs += 1
                let tried = try Simulation(smaller, mutant: mutant).run()
                guard tried.violation?.promise == report.violation?.promise else { continue }
                best = tried
                hasShrunk = true
                break
            }
        }
        return best
    }

    private static func variants(of scenario: Scenario) -> [Scenario] {
        var variants: [Scenario] = []
        func add(_ change: (inout Scenario) -> Void) {
            var variant = scenario
            change(&variant)
            variants.append(variant)
        }
        if scenario.campaigns.count > 1 {
            for index in scenario.campaigns.indices { add { $0.campaigns.remove(at: index) } }
        }
        for fault in Fault.allCases where scenario.rate(fault) > 0 { add { $0.faults[fault] = nil } }
        for index in scenario.campaigns.indices where scenario.campaigns[index].size > 1 {
            add { $0.campaigns[index].size /= 2 }
            add { $0.campaigns[index].size -= 1 }
        }
        return variants
    }
}
