import DialerCore

/// What really happened to one contact.
struct ContactTruth {
    /// In ``Scenario/campaigns``.
    let plan: Int
    let row: Int
    var calls: [ProviderCall] = []
    /// Requests that named it.
    var requests = 0
    var requestsSinceHealed = 0
    /// The fate of one of its requests was unclear to the daemon.
    var wasInDoubt = false
    /// An answer named several calls, in an order that is nowhere promised.
    var wasGuessed = false
    /// A request that named nobody else, or named it as invalid, was refused.
    var wasRefused = false
}
