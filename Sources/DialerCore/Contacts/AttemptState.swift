/// The state of one attempt: one call to one contact. The raw value is the name in the schema.
package enum AttemptState: String, CaseIterable, Hashable, Sendable {
    case dialing
    case queued
    case ringing
    case inProgress = "in_progress"
    case inDoubt = "in_doubt"
    case ended
    /// No call was placed, as is proven: the attempt does not count.
    case notPlaced = "not_placed"

    /// The contact's state while this attempt is its current one; nil after the attempt, when ``Disposition`` decides.
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

/// What answers, callbacks and records report about an attempt, in any order.
package enum AttemptEvent: CaseIterable, Hashable, Sendable {
    /// Plivo has the call: it answered 2xx with identifiers, or there is other evidence.
    case accepted
    /// It is not known whether Plivo has the call.
    case doubted
    /// It is certain that Plivo has not placed the call.
    case notPlaced
    case ringing
    case answered
    /// The call is over, with any outcome.
    case ended
}

extension AttemptState {
    /// The table of an attempt's transitions: every state with every event (docs/state-machine.md). The first report of
    /// an end counts, and repeated events change nothing.
    ///
    /// - Returns: nil if the event tells nothing new, because it is repeated or late. Evidence of a call always counts
    ///   more than an assumption, so a call that was thought not to exist is adopted as soon as Plivo reports it.
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
