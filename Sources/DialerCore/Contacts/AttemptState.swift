/// Where one attempt, one call to one contact, stands. The raw value is the name in the schema.
package enum AttemptState: String, CaseIterable, Hashable, Sendable {
    case dialing
    case queued
    case ringing
    case inProgress = "in_progress"
    case inDoubt = "in_doubt"
    case ended
    /// Proven never to have been a call: it uses up nothing.
    case notPlaced = "not_placed"

    /// What the contact's state is while this attempt is its current one; nil once that is for the
    /// ``Disposition`` to say.
    package var contactState: ContactState? {
        switch self {
        case .dialing: .dialing
        case .queued: .queued
        case .ringing: .ringing
        case .inProgress: .inProgress
        case .inDoubt: .inDoubt
        case .ended, .notPlaced: nil
        }
    }
}

/// What can be learnt of an attempt, by whatever way and in whatever order.
package enum AttemptEvent: CaseIterable, Hashable, Sendable {
    /// Plivo took it: a 2xx with identifiers, or evidence that it has the call.
    case accepted
    /// Nobody knows whether Plivo took it.
    case doubted
    /// Plivo certainly did not take it.
    case notPlaced
    case ringing
    case answered
    /// It is over, however it went.
    case ended
}

extension AttemptState {
    /// The one place where attempts change state: total, idempotent, first-wins.
    ///
    /// Nil means that the event tells nothing new: a repeated or belated delivery. A sign of life always beats an
    /// assumption, so that even a call that was thought not to exist is adopted when Plivo speaks of it.
    package func after(_ event: AttemptEvent) -> AttemptState? {
        if Mutant.lastWordCounts.isActive, self == .ended { return event == .ended ? .ended : nil }
        return switch (self, event) {
        case (.ended, _): nil

        case (_, .ended): .ended

        case (.dialing, .accepted), (.inDoubt, .accepted), (.notPlaced, .accepted): .queued
        case (.queued, .accepted), (.ringing, .accepted), (.inProgress, .accepted): nil

        case (.dialing, .doubted): .inDoubt
        case (.queued, .doubted), (.ringing, .doubted), (.inProgress, .doubted), (.inDoubt, .doubted),
            (.notPlaced, .doubted):
            nil

        case (.dialing, .notPlaced), (.inDoubt, .notPlaced): .notPlaced
        case (.queued, .notPlaced), (.ringing, .notPlaced), (.inProgress, .notPlaced), (.notPlaced, .notPlaced): nil

        case (.dialing, .ringing), (.queued, .ringing), (.inDoubt, .ringing), (.notPlaced, .ringing): .ringing
        case (.ringing, .ringing), (.inProgress, .ringing): nil

        case (.dialing, .answered), (.queued, .answered), (.ringing, .answered), (.inDoubt, .answered),
            (.notPlaced, .answered):
            .inProgress
        case (.inProgress, .answered): nil
        }
    }
}
