package import DialerCore

/// What came of an operator's command.
package enum ControlResult: Hashable, Sendable {
    /// - queued: how many calls Plivo has, or may have, that have not begun to ring.
    case done(queued: Int)
    case already
    case notPossible(CampaignState)
    case unknownCampaign
}

/// The operator's commands. They change the database; the daemon reads it before every batch.
extension Store {
    /// - Parameter withdrawing: calls that wait in Plivo's queue are withdrawn, and made again after ``resume(_:)``.
    package func pause(_ name: String, withdrawing: Bool = false, at now: WallTime) throws -> ControlResult {
        try control(name, .paused) { campaign, transition, transaction in
            let withdrawn = withdrawing ? try transaction.withdrawCalls(of: campaign, as: .requeue, at: now) : 0
            return transition != .already || withdrawn > 0
        }
    }

    /// The campaign is `waiting` until the daemon next looks whether its start has come.
    package func resume(_ name: String) throws -> ControlResult {
        try control(name, .resumed) { campaign, transition, transaction in
            guard transition != .already else { return false }
            try transaction.keepCalls(of: campaign)
            return true
        }
    }

    /// For good. The daemon ends the pending contacts and withdraws the calls that wait in Plivo's queue.
    package func cancel(_ name: String, at now: WallTime) throws -> ControlResult {
        try control(name, .canceled(at: now)) { campaign, transition, transaction in
            guard transition != .already else { return false }
            _ = try transaction.withdrawCalls(of: campaign, as: .cancelled, at: now)
            return true
        }
    }

    /// - Parameter follow: what the command does to the campaign's calls, if it is possible; returns whether anything changed.
    private func control(
        _ name: String,
        _ event: CampaignEvent,
        _ follow: (CampaignID, CampaignTransition, StoreTransaction) throws -> Bool
    ) throws -> ControlResult {
        try write { transaction in
            guard let campaign = try transaction.campaign(named: name) else { return .unknownCampaign }
            let transition = try transaction.apply(event, to: campaign.id)
            if transition == .notPossible { return .notPossible(campaign.state) }
            let hasChanged = try follow(campaign.id, transition, transaction)
            return hasChanged ? .done(queued: campaign.progress.notRinging) : .already
        }
    }
}
