/// One thing that keeps a contact from being called.
package enum CallBlock: Hashable, Sendable {
    /// It has its outcome.
    case finished(Outcome)
    /// Its call is under way: `dialing`, `queued`, `ringing` or `in_progress`.
    case underWay(ContactState)
    /// Nobody knows whether it was called.
    case inDoubt
    /// It is on the do-not-call list, and ends as suppressed when its turn comes.
    case doNotCall
    /// Its campaign is `paused`, `halted` or `cancelling`.
    case campaign(CampaignState)
    /// Its campaign has ended, and it ends as expired.
    case ended(WallTime)
    /// Its campaign has not started.
    case starts(WallTime)
    /// It waits for its retry, or was put off by an attempt limit.
    case notDue(WallTime)
    case attemptLimit(AttemptLimit, until: WallTime)
    /// Its last call ended so, and the settings, as they are by now, want no other after it: it ends with that outcome when
    /// its turn comes.
    case retryNotWanted(Outcome)
    /// Outside calling hours, until the window opens.
    case closed(until: WallTime)
    /// Calling hours leave no window within 400 days.
    case neverOpen
    /// Nobody knows in which zone the number lies, and calling hours depend on it.
    case zoneUnknown
    /// Its campaign ends before everything else lets it be called.
    case endsBefore(WallTime)

    /// When it ends by itself; nil: never, or nobody can tell.
    package var until: WallTime? {
        switch self {
        case .starts(let instant), .notDue(let instant), .attemptLimit(_, let instant), .closed(let instant): instant
        case .finished, .underWay, .inDoubt, .doNotCall, .campaign, .ended, .retryNotWanted, .neverOpen, .zoneUnknown,
            .endsBefore:
            nil
        }
    }
}
