import DialerCore

/// What really happened to one contact.
struct ContactHistory {
    /// The campaign's index in ``Scenario/campaigns``.
    let plan: Int
    /// In the order in which the provider placed them.
    var calls: [ProviderCall] = []
    /// Committed requests for this contact.
    var requests = 0
    var requestsSinceHealed = 0
    /// Whether a request for this contact may have placed a call without the daemon's knowledge.
    var wasInDoubt = false
    /// Whether an answer named several calls, whose order Plivo does not document, or a call that does not exist.
    var wasGuessed = false
    /// Whether a request for this contact alone was refused, or an answer named its number as invalid.
    var wasRefused = false
}
