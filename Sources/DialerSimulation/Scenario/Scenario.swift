package import DialerCore

/// All that a seed draws before the run begins. The shrinker makes it smaller and runs it again.
package struct Scenario: Sendable {
    package var seed: UInt64
    package var limits: DialingLimits
    package var campaigns: [CampaignPlan]
    package var faults: [Fault: Double]
    /// At which share of the account's rate Plivo really starts calls.
    var providerPace = 1.0
    /// Then everything heals.
    package var faultyFor: Duration
    /// The starts and ends of the provider's outages follow from the run's seed.
    var requestTimeout = Duration.seconds(30)
    /// How long campaigns stay in the database after their end; nil: for ever. Shorter than any that can be configured, so
    /// only for runs in which nothing is ever in doubt.
    var retention: Duration?

    static let callerIDs = ["14155550100", "14155550101", "14155550102"]
    static let begin = WallTime(milliseconds: 1_764_000_000_000)

    func rate(_ fault: Fault) -> Double { faults[fault] ?? 0 }
    func count(_ fault: Fault) -> Int { Int(rate(fault)) }

    /// Nothing goes wrong: whatever is promised "soon" must happen soon.
    var isUntroubled: Bool {
        let words: Set<Fault> = [.cancels, .listings, .retryChanges, .withdrawingPauses, .pauses, .traceless]
        return faults.allSatisfy { words.contains($0.key) || $0.value == 0 } && limits.apiRequestsPer5Seconds >= 300
            && limits.callsPerSecond * limits.queueAhead.inSeconds < 100
    }

    package var summary: String {
        let sizes = campaigns.map { String($0.size) }.joined(separator: ", ")
        let names = Fault.allCases.filter { rate($0) > 0 }.map { "\($0.rawValue) \(rate($0))" }
        return "campaigns of \(sizes) contacts; \(names.isEmpty ? "no faults" : names.joined(separator: ", "))"
    }
}
