package import DialerCore

/// What the operator should read in the log; never a phone number.
package enum Notice: Hashable, Sendable {
    case campaignStarted(name: String)
    case campaignCompleted(name: String, contacts: Int)
    /// `rang`: calls that began to ring after the cancellation.
    case campaignCancelled(name: String, cancelled: Int, rang: Int)
    case campaignHalted(name: String, reason: String)
    /// Requests whose answers a stopped daemon had not recorded.
    case batchesInDoubtAfterRestart(count: Int)
    case batchInDoubt(campaign: String, destinations: Int, doubt: Doubt)
    /// The request is split, or its only destination is rejected.
    case batchRefused(campaign: String, destinations: Int, status: Int, message: String)
    /// Dialing pauses, and goes on by itself.
    case holdingBack(seconds: Double, reason: String)
    /// Neither a callback nor a record reported how this call ended.
    case gaveUpOnCall(campaign: String)
    /// A callback or a record has reported the outcome of a call whose end was assumed.
    case outcomeCorrected(campaign: String, outcome: Outcome)
    /// The receiver of a webhook has not accepted a callback for a day.
    case webhookGivenUp(campaign: String)
    case lookupsFailing(reason: String)
    /// A complete CDR sweep has settled calls in doubt: the numbers of calls that were found, that are proven not to
    /// have been placed, and that stay unknown.
    case doubtSettled(found: Int, notPlaced: Int, unknown: Int)
    case clockStepped(seconds: Int64)
}
