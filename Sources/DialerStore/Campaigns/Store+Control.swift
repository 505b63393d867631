package import DialerCore

/// What came of an operator's word.
package enum ControlResult: Hashable, Sendable {
    /// - queued: calls that Plivo has and that have not begun to ring.
    case done(queued: Int)
    case already
    case notPossible(CampaignState)
    case unknownCampaign
}

/// The words of operators. They change the database; the daemon reads it before every batch.
extension Store {
    package func pause(_ name: String) throws -> ControlResult {
        try control(name) { campaign in
            switch campaign.state {
            case .paused: .already
            case .waiting, .running, .halted:
                .paused(reason: "paused by the operator; to go on: dialerd resume \(name)")
            case .importing, .cancelling, .cancelled, .completed: .refused
            }
        }
    }

    /// A campaign that has its start before it waits for it again at the next look.
    package func resume(_ name: String) throws -> ControlResult {
        try control(name) { campaign in
            switch campaign.state {
            case .waiting, .running: .already
            case .paused, .halted: .resumed
            case .importing, .cancelling, .cancelled, .completed: .refused
            }
        }
    }

    private enum Decision {
        case paused(reason: String)
        case resumed
        case already
        case refused
    }

    private func control(_ name: String, _ decide: (Campaign) -> Decision) throws -> ControlResult {
        try write { transaction in
            guard let campaign = try transaction.campaign(named: name) else { return .unknownCampaign }
            switch decide(campaign) {
            case .paused(let reason): try transaction.move(campaign.id, to: .paused, reason: reason)
            case .resumed: try transaction.move(campaign.id, to: .waiting, reason: nil)
            case .already: return .already
            case .refused: return .notPossible(campaign.state)
            }
            return .done(queued: campaign.progress[.dialing] + campaign.progress[.queued])
        }
    }
}
