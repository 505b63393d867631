package import DialerCore

/// All that a seed draws before the run begins. The shrinker runs smaller variants of it.
package struct Scenario: Sendable {
    package var seed: UInt64
    package var limits: DialingLimits
    package var campaigns: [CampaignPlan]
    package var faults: [Fault: Double]
    /// The share of the account's rate at which Plivo really starts calls.
    var providerPace = 1.0
    /// The time from the beginning after which all faults end.
    package var faultyFor: Duration
    let requestTimeout = Duration.seconds(30)
    /// How long campaigns stay in the database after their end; nil: for ever. It is shorter than any time that can be
    /// configured, so it is only for runs in which no call is ever in doubt.
    var retention: Duration?

    static let callerIDs = ["14155550100", "14155550101", "14155550102"]
    static let begin = WallTime(milliseconds: 1_764_000_000_000)

    func rate(_ fault: Fault) -> Double { faults[fault] ?? 0 }
    func count(_ fault: Fault) -> Int { Int(rate(fault)) }

    /// Whether there are only operator commands, and enough API requests for withdrawing calls at once.
    var isFaultFree: Bool {
        faults.allSatisfy { Fault.commands.contains($0.key) || $0.value == 0 } && limits.apiRequestsPer5Seconds >= 300
            && limits.callsPerSecond * limits.queueAhead.inSeconds < 100
    }

    /// One line for people.
    package var summary: String {
        let sizes = campaigns.map { String($0.size) }.joined(separator: ", ")
        let names = Fault.allCases.filter { rate($0) > 0 }.map { "\($0.rawValue) \(rate($0))" }
        return "campaigns of \(sizes) contacts; \(names.isEmpty ? "no faults" : names.joined(separator: ", "))"
    }
}
