/// What can go wrong in a run. Each fault has a rate, which is a probability unless the comment says otherwise. The
/// order is that in which a seed draws the rates.
package enum Fault: String, CaseIterable, Sendable {
    // Make-call requests.
    case rateLimited = "429"
    case badRequest = "400"
    case unauthorized = "401"
    case paymentRequired = "402"
    case forbidden = "403"
    case neverConnected = "never connected"
    case errorBefore = "5xx before placing"
    case errorAfter = "5xx after placing"
    case lostBefore = "request lost"
    case lostAfter = "answer lost"
    case slowAnswer = "slow answer"
    case reordered = "uuids in another order"
    case fewer = "fewer uuids"
    case more = "more uuids"
    case none = "no uuids"
    /// The share of destinations for which Plivo refuses the whole request with 400.
    case badNumbers = "bad numbers"
    /// The share of destinations that Plivo names in `invalid_numbers`.
    case invalidNumbers = "invalid numbers"

    // Callbacks.
    case callbackLost = "callback lost"
    case callbackLate = "callback late"
    case callbackRepeated = "callback repeated"
    case callbackWithoutTo = "callback without To"
    /// In the whole run, CallUUID differs from RequestUUID, as on Plivo's older platform (docs/plivo.md, "Bulk requests
    /// and uuids").
    case legacyUUIDs = "legacy uuids"

    // Look-ups.
    case lookupFails = "look-up fails"
    /// A record that appears later than `callback_grace`.
    case recordLate = "record late"

    // The rate is the number in a run.
    /// Calls of another user of the account.
    case foreignCalls = "foreign calls"
    case outages
    /// Times of minutes in which Plivo starts no call.
    case stalledQueues = "stalled queues"
    case pauses
    case clockSteps = "clock steps"
    case crashes
    case storeFailures = "store failures"

    // Operator commands; the rate is the number in a run.
    case cancels
    /// Numbers are put on the do-not-call list.
    case listings = "do-not-call listings"
    /// The settings of a campaign allow fewer retries, or again as many as planned.
    case retryChanges = "retry changes"
    /// Not a number: all pauses of the run withdraw the calls in Plivo's queue.
    case withdrawingPauses = "withdrawing pauses"

    /// In the whole run, a call that is withdrawn from the queue leaves neither a callback nor a record.
    case traceless = "traceless withdrawals"

    /// At each step with effects: the process ends before all of them are carried out.
    case crashBetweenEffects = "crash between effects"

    /// Operator commands and what goes with them. They are no errors.
    static let commands: Set<Fault> = [
        .cancels, .listings, .retryChanges, .withdrawingPauses, .pauses, .traceless,
    ]
}
