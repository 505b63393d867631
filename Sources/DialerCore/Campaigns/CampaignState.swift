/// Where a campaign stands (docs/state-machine.md, "A campaign"). The raw value is the name in JSON and in the schema.
package enum CampaignState: String, CaseIterable, Hashable, Sendable {
    /// The campaign's file is being read; only the importer sees its contacts.
    case importing
    /// The campaign will dial when its `start_at` has come.
    case waiting
    case running
    /// Stopped by the operator.
    case paused
    /// Stopped by the daemon, for example because of credentials or the balance.
    case halted
    /// The operator has canceled the campaign; some of its calls are still being withdrawn or have not ended.
    case cancelling
    case cancelled
    case completed

    /// Whether the campaign has, or may have, contacts without an outcome.
    package var isActive: Bool {
        switch self {
        case .waiting, .running, .paused, .halted, .cancelling: true
        case .importing, .cancelled, .completed: false
        }
    }

    /// Whether the campaign dials, or will dial after its start without a command of the operator.
    package var canDial: Bool {
        if Mutant.pauseIgnored.isActive, self == .paused { return true }
        return self == .waiting || self == .running
    }

    /// Whether a changed settings file takes effect.
    package var acceptsSettings: Bool { isActive && self != .cancelling }

    /// Whether every contact has its outcome.
    package var isOver: Bool { self == .cancelled || self == .completed }
}

/// What an event does to a campaign.
package enum CampaignTransition: Hashable, Sendable {
    case move(to: CampaignState)
    /// The campaign is already where the event would put it: nothing changes.
    case already
    /// The event does not fit the state: nothing changes.
    case notPossible
}

extension CampaignState {
    /// The table of a campaign's transitions: every state with every event (docs/state-machine.md).
    package func after(_ event: CampaignEvent) -> CampaignTransition {
        switch (self, event) {
        case (.importing, .imported), (.waiting, .started): .move(to: .running)
        case (.running, .startPostponed), (.paused, .resumed), (.halted, .resumed), (.completed, .reopened):
            .move(to: .waiting)
        case (.waiting, .paused), (.running, .paused), (.halted, .paused): .move(to: .paused)
        case (.waiting, .halted), (.running, .halted): .move(to: .halted)
        // Also from `halted`, because the reason changes.
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
