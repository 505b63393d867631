package import DialerCore
import GRDB

/// The progress of a campaign's cancellation.
package struct Cancellation: Hashable, Sendable {
    package var state: CampaignState
    package var progress: CampaignProgress
    /// The number of calls that began to ring after the command.
    package var rang: Int

    /// The number of calls that wait in Plivo's queue, or may wait there. They are being withdrawn.
    package var queued: Int { progress.notRinging }
}

extension CampaignProgress {
    /// The number of calls that Plivo has, or may have, and that have not begun to ring.
    var notRinging: Int { self[.dialing] + self[.queued] + self[.inDoubt] }
}

extension Store {
    /// - Returns: nil if there is no such campaign, or it has not been canceled.
    /// - Throws: ``StoreError``.
    package func cancellation(of name: String) throws -> Cancellation? {
        try read { db in
            guard
                let campaign = try CampaignTable.campaigns("WHERE c.name = ?", [name], settingsCache, db).first,
                let cancelledAt = campaign.cancelledAt
            else { return nil }
            return Cancellation(
                state: campaign.state,
                progress: campaign.progress,
                rang: try CallHistory.callsThatRang(of: campaign.id, after: cancelledAt, db)
            )
        }
    }
}
