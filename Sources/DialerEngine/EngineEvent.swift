package import DialerCore

/// What the world tells the engine.
package enum EngineEvent: Sendable {
    /// Time for the next batch: every `dispatch_interval`.
    case dispatch
    /// Time to look at overdue calls, starts, ends and control commands: every second.
    case housekeeping
    case answer(BatchID, MakeCallAnswer)
    case callback(CallbackEvent)
    case record(AttemptID, Result<CallRecord, LookupFailure>)
    /// Answers of an inquiry; those of an earlier one are ignored.
    case listed(InquiryID, Result<[CallUUID], LookupFailure>)
    case described(InquiryID, CallUUID, Result<LiveCall, LookupFailure>)
    case recordsListed(InquiryID, Result<CallRecordPage, LookupFailure>)
    case located(AttemptID, Result<LiveCall, LookupFailure>)
    case withdrawn(AttemptID, Result<Void, LookupFailure>)
    case forwarded(ForwardID, wasTaken: Bool)
    /// `results.csv` of a campaign is on disk.
    case exported(CampaignID)

    /// It comes again by itself: one that is lost is no loss.
    package var isTimer: Bool {
        switch self {
        case .dispatch, .housekeeping: true
        case .answer, .callback, .record, .listed, .described, .recordsListed, .located, .withdrawn, .forwarded,
            .exported:
            false
        }
    }
}

/// Which inquiry a question belongs to; unique within a process.
package struct InquiryID: Hashable, Sendable {
    var number: Int
}
