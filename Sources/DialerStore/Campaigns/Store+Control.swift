package import DialerCore

/// What came of an operator's word.
package enum ControlResult: Hashable, Sendable {
    /// - queued: calls that Plivo has, or may have, and that have not begun to ring.
    case done(queued: Int)
    case already
    case notPossible(CampaignState)
    case unknownCampaign
}

/// The words of operators. They change the database; the daemon reads it before every batch.
extension Store {
    /// - Parameter withdrawing: calls that wait in Plivo's queue are taken back, to be made another time.
    package func pause(_ name: String, withdrawing: Bool = false, at now: WallTime) throws -> ControlResult {
        try control(name) { campaign, transaction in
            let isPaused = campaign.state == .paused
            guard isPaused || [.waiting, .running, .halted].contains(campaign.state) else {
                return .notPossible(campaign.state)
            }
            if !isPaused {
                let reason = "paused by the operator; to go on: dialerd resume \(name)"
                try transaction.move(campaign.id, to: .paused, reason: reason)
            }
            let withdrawn = withdrawing ? try transaction.withdrawCalls(of: campaign.id, as: .requeue, at: now) : 0
            return isPaused && withdrawn == 0 ? .already : .done(queued: campaign.progress.notRinging)
        }
    }

    /// A campaign that has its start before it waits for it again at the next look.
    package func resume(_ name: String) throws -> ControlResult {
        try control(name) { campaign, transaction in
            switch campaign.state {
            case .waiting, .running: return .already
            case .importing, .cancelling, .cancelled, .completed: return .notPossible(campaign.state)
            case .paused, .halted:
                try transaction.move(campaign.id, to: .waiting, reason: nil)
                try transaction.keepCalls(of: campaign.id)
                return .done(queued: campaign.progress.notRinging)
            }
        }
    }

    /// For good: whoever is pending is not called, and what waits in Plivo's queue is taken back. The daemon does that.
    package func cancel(_ name: String, at now: WallTime) throws -> ControlResult {
        try control(name) { campaign, transaction in
            switch campaign.state {
            case .cancelling: return .already
            case .importing, .cancelled, .completed: return .notPossible(campaign.state)
            case .waiting, .running, .paused, .halted:
                try transaction.cancel(campaign.id, at: now)
                _ = try transaction.withdrawCalls(of: campaign.id, as: .cancelled, at: now)
                return .done(queued: campaign.progress.notRinging)
            }
        }
    }

    private func control(
        _ name: String,
        _ decide: (Campaign, StoreTransaction) throws -> ControlResult
    ) throws -> ControlResult {
        try write { transaction in
            guard let campaign = try transaction.campaign(named: name) else { return .unknownCampaign }
            return try decide(campaign, transaction)
        }
    }
}
