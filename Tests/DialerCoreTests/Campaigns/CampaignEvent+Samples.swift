import DialerCore

extension CampaignEvent {
    /// One of each, in the order of `docs/state-machine.md`. ``heading`` reminds of this list.
    static let samples: [CampaignEvent] = [
        .imported, .started, .startPostponed, .paused, .resumed, .halted(.failures(causeCode: 8011)),
        .restored(moment: "2026-11-22 03:00 UTC"), .canceled(at: .epoch), .finished(at: .epoch), .reopened,
    ]

    var heading: String {
        switch self {
        case .imported: "imported"
        case .started: "started"
        case .startPostponed: "start postponed"
        case .paused: "paused"
        case .resumed: "resumed"
        case .halted: "halted"
        case .restored: "restored"
        case .canceled: "canceled"
        case .finished: "finished"
        case .reopened: "reopened"
        }
    }
}
