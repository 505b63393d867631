/// Why the daemon halts a campaign.
package enum HaltCause: Hashable, Sendable {
    /// The credentials, the balance or `base_url` are wrong: no campaign can dial.
    case account(Refusal)
    /// Too many requests in a row were refused.
    case refusals(count: Int, last: Refusal)
    /// Most of the last calls failed with this hangup cause (``FailureRun``).
    case failures(causeCode: Int)
}
