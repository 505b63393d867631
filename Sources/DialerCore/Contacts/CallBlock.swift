/// One thing that keeps a contact from being called.
package enum CallBlock: Hashable, Sendable {
    /// It has its outcome.
    case finished(Outcome)
    /// A call to it is under way: `dialing`, `queued`, `ringing` or `in_progress`.
    case underWay(ContactState)
    /// It is not known whether it was called.
    case inDoubt
    /// Its number is on the do-not-call list: it ends as suppressed when its turn comes.
    case doNotCall
    /// Its campaign is `paused`, `halted` or `cancelling`.
    case campaign(CampaignState)
    /// Its campaign's `end_at` has passed: it ends as expired.
    case ended(WallTime)
    /// Its campaign has not started.
    case starts(WallTime)
    /// It waits for its retry, or was put off by an attempt limit.
    case notDue(WallTime)
    case attemptLimit(AttemptLimit, until: WallTime)
    /// The present settings allow no retry after the outcome of its last call: it ends with that outcome when its turn
    /// comes.
    case retryNotWanted(Outcome)
    /// Outside calling hours, until the window opens.
    case closed(until: WallTime)
    /// The calling hours leave no window within 400 days.
    case neverOpen
    /// The calling hours depend on the number's time zone, which is not known.
    case zoneUnknown
    /// Its campaign ends before the other blocks do.
    case endsBefore(WallTime)

    /// When the block ends by itself; nil if it does not, or if that time is not known.
    package var until: WallTime? {
        switch self {
        case .starts(let instant), .notDue(let instant), .attemptLimit(_, let instant), .closed(let instant): instant
        case .finished, .underWay, .inDoubt, .doNotCall, .campaign, .ended, .retryNotWanted, .neverOpen, .zoneUnknown,
            .endsBefore:
            nil
        }
    }
}
