/// Where a campaign stands (interface, section 6). The raw value is the name in JSON and in the schema.
package enum CampaignState: String, CaseIterable, Hashable, Sendable {
    /// Its file is being read; nobody but the importer sees its contacts.
    case importing
    /// Not yet `start_at`.
    case waiting
    case running
    /// Stopped by the operator.
    case paused
    /// Stopped by the daemon: credentials, balance, …
    case halted
    /// The operator's word is given; calls are still being withdrawn or ending.
    case cancelling
    case cancelled
    case completed

    /// Contacts are called in it; while it is `waiting`, from its start on.
    package var mayDial: Bool {
        if Mutant.pauseIgnored.isActive, self == .paused { return true }
        return self == .waiting || self == .running
    }

    /// Still has, or may still have, contacts without an outcome.
    package var isActive: Bool {
        switch self {
        case .waiting, .running, .paused, .halted, .cancelling: true
        case .importing, .cancelled, .completed: false
        }
    }

    /// The states of campaigns that have, or may have, contacts without an outcome.
    package static let active = allCases.filter(\.isActive)
}
