package import DialerCore

/// What the engine wants done, once its transaction is on disk.
package enum Effect: Hashable, Sendable {
    /// Send this request, once, and report its answer.
    case call(MakeCall)
    /// Look up the CDR and report what it says.
    case lookUp(AttemptID, CallUUID)
    /// Ask for all uuids on one of Plivo's lists of calls that have not ended.
    case list(InquiryID, CallList)
    /// Ask for one call on such a list.
    case describe(InquiryID, CallUUID, CallList)
    /// Ask for one page of records.
    case listRecords(InquiryID, CallRecordQuery)
    /// Ask for one call in Plivo's queue, which is wanted back.
    case locate(AttemptID, CallUUID)
    /// Take one call back that waits in Plivo's queue.
    case withdraw(AttemptID, CallUUID)
    /// Pass a callback on and report whether it was taken.
    case forward(ForwardID, url: String, method: String, parameters: String)
    /// Write `results.csv` and report when it is on disk.
    case export(CampaignID)
    /// Tell the operator.
    case notice(Notice)
}

/// One make-call request.
package struct MakeCall: Hashable, Sendable {
    package var batch: BatchID
    /// Part of the callback URLs, which whoever sends the request adds.
    package var token: String
    package var callerID: String
    package var destinations: [Destination]
    package var arguments: CallArguments
}

/// What an operator wants to read in the log; never a phone number.
package enum Notice: Hashable, Sendable {
    case campaignStarted(name: String)
    case campaignCompleted(name: String, contacts: Int)
    /// - rang: calls that began to ring after the operator's word.
    case campaignCancelled(name: String, cancelled: Int, rang: Int)
    case campaignHalted(name: String, reason: String)
    /// What a stopped daemon had on the wire.
    case batchesInDoubtAfterRestart(count: Int)
    case batchInDoubt(campaign: String, destinations: Int, doubt: Doubt)
    /// The request is split, or its one destination rejected.
    case batchRefused(campaign: String, destinations: Int, status: Int, message: String)
    /// Dialling goes on by itself.
    case holdingBack(seconds: Double, reason: String)
    /// Nothing told how this call ended.
    case gaveUpOnCall(campaign: String)
    /// A campaign's own URL has not taken a callback for a day.
    case forwardGivenUp(campaign: String)
    case lookupsFailing(reason: String)
    /// A complete look at Plivo's records has settled doubt: so many calls were found, so many proven not placed, and of
    /// so many nothing is known.
    case doubtSettled(found: Int, notPlaced: Int, unknown: Int)
    case clockStepped(seconds: Int64)
}
