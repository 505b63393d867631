/// Why the daemon halts a campaign.
package enum HaltCause: Hashable, Sendable {
    /// Credentials, balance or address are wrong: no campaign can dial.
    case account(Refusal)
    /// So many requests in a row were refused.
    case refusals(count: Int, last: Refusal)
    /// The last calls failed alike, with this hangup cause (``FailureRun``).
    case failures(causeCode: Int)
}
