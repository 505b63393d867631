/// What can go wrong in a run. Each has a rate: a probability, unless it says otherwise.
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
    /// Share of destinations for which Plivo refuses the whole request with 400.
    case badNumbers = "bad numbers"
    /// Share of destinations that Plivo names in `invalid_numbers`.
    case invalidNumbers = "invalid numbers"

    // Callbacks.
    case callbackLost = "callback lost"
    case callbackLate = "callback late"
    case callbackRepeated = "callback repeated"
    case callbackWithoutTo = "callback without To"
    /// Of the run: CallUUID differs from RequestUUID, as on Plivo's older platform (docs/plivo.md, "Bulk requests and
    /// uuids").
    case legacyUUIDs = "legacy uuids"

    // Look-ups.
    case lookupFails = "look-up fails"
    /// Later than `callback_grace`.
    case recordLate = "record late"

    // So many in a run.
    case foreignCalls = "foreign calls"
    case outages
    /// Plivo starts nothing for minutes.
    case stalledQueues = "stalled queues"
    case pauses
    case clockSteps = "clock steps"
    case crashes
    case storeFailures = "store failures"

    // Words of operators.
    case cancels
    /// Numbers are put on the do-not-call list.
    case listings = "do-not-call listings"
    /// The settings of a campaign allow fewer retries, or again as many as planned.
    case retryChanges = "retry changes"
    /// Pauses, that is, take back what is queued.
    case withdrawingPauses = "withdrawing pauses"

    /// Of the run: a call that is taken back from the queue leaves neither a callback nor a record.
    case traceless = "traceless withdrawals"

    /// At each step with effects: some of them are lost.
    case crashBetweenEffects = "crash between effects"
}
