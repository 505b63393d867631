package import DialerCore
import GRDB

extension StoreTransaction {
    /// The one place where a campaign changes its state, and its reason and times with it, by ``CampaignState/after(_:)``.
    ///
    /// - Returns: what has become of it; not possible if there is no such campaign.
    @discardableResult
    package func apply(_ event: CampaignEvent, to campaign: CampaignID) throws -> CampaignTransition {
        guard let row = try row("SELECT name, state FROM campaigns WHERE id = ?", [campaign]) else {
            return .notPossible
        }
        let transition = (row["state"] as CampaignState).after(event)
        guard case .move(let state) = transition else { return transition }
        let reason = event.reason(campaign: row["name"])?.sentence
        try run("UPDATE campaigns SET state = ?, reason = ? WHERE id = ?", [state, reason, campaign])
        switch event {
        case .canceled(let instant):
            try run("UPDATE campaigns SET cancelled_at = ? WHERE id = ?", [instant, campaign])
        case .finished(let instant):
            try run("UPDATE campaigns SET completed_at = ? WHERE id = ?", [instant, campaign])
        case .reopened:
            try run("UPDATE campaigns SET completed_at = NULL, is_exported = 0 WHERE id = ?", [campaign])
        case .imported, .started, .startPostponed, .paused, .resumed, .halted, .restored: break
        }
        return transition
    }
}
