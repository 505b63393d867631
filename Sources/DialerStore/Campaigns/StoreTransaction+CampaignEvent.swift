package import DialerCore
import GRDB

extension StoreTransaction {
    /// Changes a campaign's state by ``CampaignState/after(_:)``, with its reason and times. All changes of campaign
    /// states go through this function.
    ///
    /// - Returns: the transition; `.notPossible` if there is no such campaign.
    @discardableResult
    package func apply(_ event: CampaignEvent, to campaign: CampaignID) throws -> CampaignTransition {
        guard let row = try db.row("SELECT name, state FROM campaigns WHERE id = ?", [campaign]) else {
            return .notPossible
        }
        let transition = (row["state"] as CampaignState).after(event)
        guard case .move(let state) = transition else { return transition }
        let reason = event.reason(campaign: row["name"])?.sentence
        try db.run("UPDATE campaigns SET state = ?, reason = ? WHERE id = ?", [state, reason, campaign])
        switch event {
        case .canceled(let instant):
            try db.run("UPDATE campaigns SET cancelled_at = ? WHERE id = ?", [instant, campaign])
        case .finished(let instant):
            try db.run("UPDATE campaigns SET completed_at = ? WHERE id = ?", [instant, campaign])
        case .reopened:
            try db.run("UPDATE campaigns SET completed_at = NULL, is_exported = 0 WHERE id = ?", [campaign])
        case .imported, .started, .startPostponed, .paused, .resumed, .halted, .restored: break
        }
        return transition
    }
}
