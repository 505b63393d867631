package import DialerCore

/// What the engine is told.
package enum EngineEvent: Sendable {
    /// Time for the next batch: every `dispatch_interval`.
    case dispatch
    /// Time to look at overdue calls, starts, ends and control commands: every second.
    case housekeeping
    /// The answer to a make-call request.
    case answer(BatchID, MakeCallAnswer)
    case callback(CallbackEvent)
    /// The answer to ``Effect/lookUp(_:_:)``.
    case record(AttemptID, Result<CallRecord, LookupFailure>)
    /// An answer to a scan or sweep. The engine ignores answers to an earlier scan or sweep.
    case listed(ReconciliationID, Result<[CallUUID], LookupFailure>)
    case described(ReconciliationID, CallUUID, Result<LiveCall, LookupFailure>)
    case recordsListed(ReconciliationID, Result<CallRecordPage, LookupFailure>)
    /// The answer to ``Effect/locate(_:_:)``.
    case located(AttemptID, Result<LiveCall, LookupFailure>)
    /// The answer to ``Effect/withdraw(_:_:)``.
    case withdrawn(AttemptID, Result<Void, LookupFailure>)
    /// Whether the receiver of a webhook has accepted the delivery.
    case delivered(WebhookDeliveryID, wasAccepted: Bool)
    /// `results.csv` of a campaign is on disk.
    case exported(CampaignID)

    /// Whether the event comes again by itself, so that it may be lost.
    package var isTimer: Bool {
        switch self {
        case .dispatch, .housekeeping: true
        case .answer, .callback, .record, .listed, .described, .recordsListed, .located, .withdrawn, .delivered,
            .exported:
            false
        }
    }
}
