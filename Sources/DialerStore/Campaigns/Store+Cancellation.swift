package import DialerCore
import GRDB

/// How far the cancellation of a campaign has come.
package struct Cancellation: Hashable, Sendable {
    package var state: CampaignState
    package var progress: CampaignProgress
    /// Calls that began to ring after the command.
    package var rang: Int

    /// Calls that wait in Plivo's queue, or may wait there: they are being withdrawn.
    package var queued: Int { progress.notRinging }
}

extension CampaignProgress {
    /// Calls that Plivo has, or may have, and that have not begun to ring.
    var notRinging: Int { self[.dialing] + self[.queued] + self[.inDoubt] }
}

extension Store {
    /// - Returns: nil if there is no such campaign, or it was not canceled.
    package func cancellation(of name: String) throws -> Cancellation? {
        try read { db in
            let statement = try db.cachedStatement(sql: "\(CampaignTable.selection) WHERE c.name = ?")
            guard let row = try Row.fetchOne(statement, arguments: [name]) else { return nil }
            let campaign = try CampaignTable.campaign(row, settingsCache)
            guard let cancelledAt = campaign.cancelledAt else { return nil }
            return Cancellation(
                state: campaign.state,
                progress: campaign.progress,
                rang: try CallHistory.callsThatRang(of: campaign.id, after: cancelledAt, db)
            )
        }
    }
}
