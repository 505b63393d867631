package import DialerCore

/// What the engine wants done, after its transaction is on disk.
package enum Effect: Hashable, Sendable {
    /// Send this request, once, and report its answer.
    case call(MakeCall)
    /// Look up the CDR of one call and report what it says.
    case lookUp(AttemptID, CallUUID)
    /// Ask for all uuids on one of Plivo's lists of calls that have not ended.
    case list(ReconciliationID, CallList)
    /// Ask for one call on one of these lists.
    case describe(ReconciliationID, CallUUID, CallList)
    /// Ask for one page of records.
    case listRecords(ReconciliationID, CallRecordQuery)
    /// Ask whether a call that is to be withdrawn waits in Plivo's queue.
    case locate(AttemptID, CallUUID)
    /// Delete one call that waits in Plivo's queue.
    case withdraw(AttemptID, CallUUID)
    /// Send a callback's parameters to a campaign's own URL and report whether the receiver accepted them.
    case deliver(WebhookDeliveryID, url: String, method: String, parameters: String)
    /// Write `results.csv` and report when it is on disk.
    case export(CampaignID)
    /// Tell the operator.
    case notice(Notice)
}

/// One make-call request.
package struct MakeCall: Hashable, Sendable {
    package var batch: BatchID
    /// The token in the request's callback URLs. The sender adds the URLs.
    package var token: String
    package var callerID: String
    package var destinations: [Destination]
    package var arguments: CallArguments
}
