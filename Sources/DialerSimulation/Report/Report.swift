/// The result of one run.
package struct Report: Sendable {
    package var scenario: Scenario
    package var violation: Violation?
    /// The number of the engine's transactions.
    package var step: Int
    /// A hash of the trace, which is the same in every run of the scenario.
    package var fingerprint: UInt64
    /// The last events of the trace, the oldest first.
    package var lastLines: [String]
    package var calls: Int
    package var virtualSeconds: Int64

    package var text: String {
        guard let violation else {
            let hash = String(fingerprint, radix: 16)
            return
                "seed \(scenario.seed): \(step) steps, \(calls) calls, \(virtualSeconds) s of virtual time, trace \(hash)"
        }
        return """
            seed \(scenario.seed), step \(step): broken: \(violation.promise.rawValue)
              \(violation.detail)
              \(scenario.summary)
              the last events:
                \(lastLines.joined(separator: "\n    "))
            """
    }
}
