/// Whether and when a contact is called again after a call that did not reach a person.
package struct RetryPolicy: Hashable, Sendable, Codable {
    /// Calls to one contact in all, at least 1.
    package var maxAttempts: Int
    /// The wait after a call with this outcome, from the call's end. An outcome without a delay is never retried.
    package var delays: [Outcome: Duration]

    package init(maxAttempts: Int = CampaignKey.maxAttempts.default, delays: [Outcome: Duration] = [:]) {
        self.maxAttempts = maxAttempts
        self.delays = delays
    }

    /// The outcomes that a settings file can name under `retry`.
    package static let retriable: [Outcome] = [.busy, .noAnswer, .failed, .machine]

    /// How long to wait before the next call; nil if `outcome` is final.
    ///
    /// - Parameter attempts: calls made to the contact so far, including the call that has just ended.
    package func delay(after outcome: Outcome, attempts: Int) -> Duration? {
        if Mutant.attemptsOffByOne.isActive { return attempts <= maxAttempts ? delays[outcome] : nil }
        return attempts < maxAttempts ? delays[outcome] : nil
    }

    /// Whether a contact that waits for a retry ends with the outcome of its last call instead, because the policy has
    /// changed since. A contact that the operator has put back after an outcome that is never retried is called.
    package func isUnwanted(after outcome: Outcome, attempts: Int) -> Bool {
        attempts > 0 && Self.retriable.contains(outcome) && delay(after: outcome, attempts: attempts) == nil
    }
}
