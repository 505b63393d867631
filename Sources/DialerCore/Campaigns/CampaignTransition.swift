/// What an event does to a campaign.
package enum CampaignTransition: Hashable, Sendable {
    case move(to: CampaignState)
    /// What the event says is so already: nothing changes.
    case already
    /// The event does not fit the state: nothing changes.
    case notPossible
}

extension CampaignState {
    /// The one table of a campaign's transitions: every state against every event (docs/state-machine.md).
    package func after(_ event: CampaignEvent) -> CampaignTransition {
        switch (self, event) {
        case (.importing, .imported), (.waiting, .started): .move(to: .running)
        case (.running, .startPostponed), (.paused, .resumed), (.halted, .resumed), (.completed, .reopened):
            .move(to: .waiting)
        case (.waiting, .paused), (.running, .paused), (.halted, .paused): .move(to: .paused)
        case (.waiting, .halted), (.running, .halted): .move(to: .halted)
        // Also from `halted`: the reason changes.
        case (.waiting, .restored), (.running, .restored), (.paused, .restored), (.halted, .restored):
            .move(to: .halted)
        case (.waiting, .canceled), (.running, .canceled), (.paused, .canceled), (.halted, .canceled):
            .move(to: .cancelling)
        case (.waiting, .finished), (.running, .finished), (.paused, .finished), (.halted, .finished):
            .move(to: .completed)
        case (.cancelling, .finished): .move(to: .cancelled)

        case (.running, .started), (.waiting, .startPostponed), (.paused, .paused), (.waiting, .resumed),
            (.running, .resumed), (.halted, .halted), (.cancelling, .canceled), (.cancelled, .finished),
            (.completed, .finished), (.waiting, .reopened), (.running, .reopened), (.paused, .reopened),
            (.halted, .reopened):
            .already

        case (_, .imported), (.importing, _), (.cancelling, _), (.cancelled, _), (.completed, _),
            (.paused, .started), (.paused, .startPostponed), (.paused, .halted), (.halted, .started),
            (.halted, .startPostponed):
            .notPossible
        }
    }
}
