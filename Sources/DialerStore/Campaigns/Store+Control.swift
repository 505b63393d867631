package import DialerCore

/// The result of an operator command.
package enum ControlResult: Hashable, Sendable {
    /// - Parameters:
    ///   - queued: the number of calls that Plivo has, or may have, and that have not begun to ring.
    ///   - areOnTheirWay: whether Plivo has not answered the requests of some of them.
    case done(queued: Int, areOnTheirWay: Bool = false)
    /// Nothing changed, because the campaign is in that state already.
    case already
    case notPossible(CampaignState)
    case unknownCampaign
}

/// Operator commands. They change the database, and the daemon reads it before every batch. All throw ``StoreError``.
extension Store {
    /// - Parameter withdrawing: whether calls in Plivo's queue are withdrawn and made again after ``resume(_:)``.
    package func pause(_ name: String, withdrawing: Bool = false, at now: WallTime) throws -> ControlResult {
        try control(name, .paused) { campaign, transition, transaction in
            let withdrawn = withdrawing ? try transaction.withdrawCalls(of: campaign, as: .requeue, at: now) : 0
            return transition != .already || withdrawn > 0
        }
    }

    /// The campaign is `waiting` until the daemon next checks whether its start has come.
    package func resume(_ name: String) throws -> ControlResult {
        try control(name, .resumed) { campaign, transition, transaction in
            guard transition != .already else { return false }
            try transaction.stopWithdrawingCalls(of: campaign)
            return true
        }
    }

    /// Cancels a campaign for good. The daemon finishes its pending contacts and withdraws its calls in Plivo's queue.
    package func cancel(_ name: String, at now: WallTime) throws -> ControlResult {
        try control(name, .canceled(at: now)) { campaign, transition, transaction in
            guard transition != .already else { return false }
            _ = try transaction.withdrawCalls(of: campaign, as: .cancelled, at: now)
            return true
        }
    }

    /// - Parameter follow: changes the campaign's calls, if the command is possible; returns whether anything changed.
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
            guard hasChanged else { return .already }
            let progress = campaign.progress
            return .done(queued: progress.notRinging, areOnTheirWay: progress[.queued] < progress.notRinging)
        }
    }
}
