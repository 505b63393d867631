/// What came of one run.
package struct Report: Sendable {
    package var scenario: Scenario
    package var violation: Violation?
    package var step: Int
    /// The same in every run of the scenario.
    package var fingerprint: UInt64
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
