/// What can happen to a campaign. ``CampaignState/after(_:)`` says what comes of it.
package enum CampaignEvent: Hashable, Sendable {
    /// Its file has been imported whole.
    case imported
    /// Its `start_at` has come, or it has none.
    case started
    /// Its `start_at` lies ahead: at its import, or again, because the clock stepped back or its settings changed.
    case startPostponed
    /// By the operator.
    case paused
    /// By the operator.
    case resumed
    /// By the daemon.
    case halted(HaltCause)
    /// The database was restored from a backup, made at this moment, in words: later calls are not in it.
    case restored(moment: String)
    /// By the operator, for good.
    case canceled(at: WallTime)
    /// Every contact has its outcome.
    case finished(at: WallTime)
    /// The operator wants a contact called again that had ended as `unknown`.
    case reopened

    /// Why a campaign does not dial from this event on; nil if that depends on other things from then on.
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
