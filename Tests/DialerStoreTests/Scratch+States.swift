import DialerCore
import DialerStore
import DialerTestSupport

extension Scratch {
    /// Makes a campaign without contacts, in any state.
    func campaign(_ name: String, in state: CampaignState, _ store: Store) throws -> CampaignID {
        let importer = try Importer(.sample(name), store: store, at: now)
        if state != .importing { try importer.commit(rows: 0, rejected: 0, at: now) }
        let events: [CampaignEvent] =
            switch state {
            case .importing, .running: []
            case .waiting: [.startPostponed]
            case .paused: [.paused]
            case .halted: [.halted(.failures(causeCode: 8011))]
            case .cancelling: [.canceled(at: now)]
            case .cancelled: [.canceled(at: now), .finished(at: now)]
            case .completed: [.finished(at: now)]
            }
        try store.write { transaction in
            for event in events { try transaction.apply(event, to: importer.campaign) }
        }
        return importer.campaign
    }
}
