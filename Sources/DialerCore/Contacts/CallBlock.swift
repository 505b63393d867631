/// A reason that keeps a contact from being called.
package enum CallBlock: Hashable, Sendable {
    /// The contact has its outcome.
    case finished(Outcome)
    /// A call to the contact is under way: `dialing`, `queued`, `ringing` or `in_progress`.
    case underWay(ContactState)
    /// It is not known whether the contact was called.
    case inDoubt
    /// The number is on the do-not-call list: the contact ends as suppressed when its turn comes.
    case doNotCall
    /// The contact's campaign is `paused`, `halted` or `cancelling`.
    case campaign(CampaignState)
    /// The campaign's `end_at` has passed: the contact ends as expired.
    case ended(WallTime)
    /// The campaign has not started.
    case starts(WallTime)
    /// The contact waits for its retry, or was postponed by an attempt limit.
    case notDue(WallTime)
    case attemptLimit(AttemptLimit, until: WallTime)
    /// The present settings allow no retry after the outcome of the last call: the contact ends with that outcome when
    /// its turn comes.
    case retryNotWanted(Outcome)
    /// Outside calling hours, until the window opens.
    case closed(until: WallTime)
    /// The calling hours leave no window within 400 days.
    case neverOpen
    /// The calling hours depend on the number's time zone, which is not known.
    case zoneUnknown
    /// The campaign ends before the other blocks do.
    case endsBefore(WallTime)

    /// When the block ends by itself; nil if it does not, or if the time is not known.
    package var until: WallTime? {
        switch self {
        case .starts(let instant), .notDue(let instant), .attemptLimit(_, let instant), .closed(let instant): instant
        case .finished, .underWay, .inDoubt, .doNotCall, .campaign, .ended, .retryNotWanted, .neverOpen, .zoneUnknown,
            .endsBefore:
            nil
        }
    }
}
