/// What becomes of a contact when an attempt is over.
package enum Disposition: Hashable, Sendable {
    case finish(Outcome)
    /// The contact is pending again, and is not called before this instant.
    case retry(at: WallTime)

    /// - Parameters:
    ///   - attempts: calls made to the contact so far, including the call that has just ended.
    ///   - endedAt: when the call ended: a retry's delay counts from there (docs/configuration.md, "Campaign
    ///     settings").
    package init(outcome: Outcome, attempts: Int, endedAt: WallTime, retry: RetryPolicy) {
        if let delay = retry.delay(after: outcome, attempts: attempts) {
            self = .retry(at: endedAt + delay)
        } else {
            self = .finish(outcome)
        }
    }
}
