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
    /// `results.csv` of a campaign is on disk.
    case exported(CampaignID)
}
