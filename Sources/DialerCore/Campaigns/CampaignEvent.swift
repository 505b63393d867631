/// What can happen to a campaign. ``CampaignState/after(_:)`` says what the event does.
package enum CampaignEvent: Hashable, Sendable {
    /// The campaign's whole file has been imported.
    case imported
    /// The campaign's `start_at` has come, or it has none.
    case started
    /// The campaign's `start_at` lies in the future: at the import, or because the clock stepped back or the settings
    /// changed.
    case startPostponed
    /// By the operator.
    case paused
    /// By the operator.
    case resumed
    /// By the daemon.
    case halted(HaltCause)
    /// The database was restored from a backup, which lacks later calls. `moment`: when the backup was made, in words.
    case restored(moment: String)
    /// By the operator, for good.
    case canceled(at: WallTime)
    /// Every contact has its outcome.
    case finished(at: WallTime)
    /// The operator wants a contact called again that had ended as `unknown`.
    case reopened

    /// Why the campaign does not dial after this event; nil if the event alone does not decide this.
    package func reason(campaign: String) -> CampaignReason? {
        switch self {
        case .paused: .paused(campaign: campaign)
        case .halted(let cause): .halted(cause, campaign: campaign)
        case .restored(let moment): .restored(moment: moment, campaign: campaign)
        case .canceled: .canceled
        case .imported, .started, .startPostponed, .resumed, .finished, .reopened: nil
        }
    }
}
