/// When a contact whose call did not reach anybody is called again.
package struct RetryPolicy: Hashable, Sendable, Codable {
    /// Calls to one contact in all, at least 1.
    package var maxAttempts: Int
    /// The wait after a call that ended so, counted from the call's end; an outcome without one is never retried.
    package var delays: [Outcome: Duration]

    package init(maxAttempts: Int = CampaignKey.maxAttempts.default, delays: [Outcome: Duration] = [:]) {
        self.maxAttempts = maxAttempts
        self.delays = delays
    }

    /// The outcomes that a settings file can name under `retry`.
    package static let retriable: [Outcome] = [.busy, .noAnswer, .failed, .machine]

    /// How long to wait before the next call, or nil when `outcome` is final.
    ///
    /// - Parameter attempts: calls made to the contact so far, the ended one included.
    package func delay(after outcome: Outcome, attempts: Int) -> Duration? {
        if Mutant.attemptsOffByOne.isActive { return attempts <= maxAttempts ? delays[outcome] : nil }
        return attempts < maxAttempts ? delays[outcome] : nil
    }

    /// Whether a contact that waits for its next call ends instead, as its last call did: the policy has changed since.
    /// What an operator has put back after an outcome that is never retried, is called.
    package func isUnwanted(after outcome: Outcome, attempts: Int) -> Bool {
        attempts > 0 && Self.retriable.contains(outcome) && delay(after: outcome, attempts: attempts) == nil
    }
}
