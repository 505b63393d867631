/// Where a campaign stands (docs/state-machine.md, "A campaign"). The raw value is the name in JSON and in the schema.
package enum CampaignState: String, CaseIterable, Hashable, Sendable {
    /// Its file is being read; only the importer sees its contacts.
    case importing
    /// It dials from its `start_at` on.
    case waiting
    case running
    /// Stopped by the operator.
    case paused
    /// Stopped by the daemon: credentials, balance, …
    case halted
    /// The operator has canceled it; its calls are still being withdrawn or ending.
    case cancelling
    case cancelled
    case completed

    /// It has, or may have, contacts without an outcome.
    package var isActive: Bool {
        switch self {
        case .waiting, .running, .paused, .halted, .cancelling: true
        case .importing, .cancelled, .completed: false
        }
    }

    /// It dials, or will when its start comes, without a command of the operator.
    package var canDial: Bool {
        if Mutant.pauseIgnored.isActive, self == .paused { return true }
        return self == .waiting || self == .running
    }

    /// A changed settings file takes effect.
    package var acceptsSettings: Bool { isActive && self != .cancelling }

    /// Every contact has its outcome.
    package var isOver: Bool { self == .cancelled || self == .completed }
}
