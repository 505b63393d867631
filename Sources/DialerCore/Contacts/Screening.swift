/// Whether a contact may be called at one instant, by every rule there is. The claim acts on it, `explain` tells it.
///
/// Pace, calls in flight and the turns of other contacts are not part of it: they decide when a contact is claimed, not
/// whether it may be called.
package struct Screening: Hashable, Sendable {
    /// All that keeps it from being called, in the order in which the claim heeds it.
    package private(set) var blocks: [CallBlock] = []

    /// What the claim acts on; nil: the contact may be called.
    package var verdict: CallBlock? { blocks.first }

    package init(_ prospect: CallProspect, at now: WallTime) {
        switch prospect.state {
        case .finished: blocks = [.finished(prospect.outcome ?? .unknown)]
        case .dialing, .queued, .ringing, .inProgress: blocks = [.underWay(prospect.state)]
        case .inDoubt: blocks = [.inDoubt]
        case .pending: screen(prospect, at: now)
        }
    }

    private mutating func screen(_ prospect: CallProspect, at now: WallTime) {
        let settings = prospect.settings
        if !prospect.campaign.canDial { blocks.append(.campaign(prospect.campaign)) }
        if let end = settings.endAt, settings.hasEnded(at: now) { blocks.append(.ended(end)) }
        if let start = settings.startAt, !settings.hasStarted(at: now) { blocks.append(.starts(start)) }
        if let block = prospect.window.block { blocks.append(block) }
        let limits = Self.limits(on: prospect, at: now)
        // A claim that meets a limit puts the contact off until its end: that is one reason, not two.
        if prospect.dueAt > now, !limits.contains(where: { $0.until == prospect.dueAt }) {
            blocks.append(.notDue(prospect.dueAt))
        }
        if prospect.isOnDoNotCallList { blocks.append(.doNotCall) }
        blocks += limits
        // A contact ends in one way: as suppressed or expired, if it is going to.
        guard !prospect.isOnDoNotCallList, !settings.hasEnded(at: now), let last = prospect.lastOutcome else { return }
        if settings.retry.isUnwanted(after: last, attempts: prospect.attempts) { blocks.append(.retryNotWanted(last)) }
    }

    /// The attempt limits that are reached, the one that lasts longest first.
    private static func limits(on prospect: CallProspect, at now: WallTime) -> [CallBlock] {
        prospect.settings.attemptLimits
            .compactMap { limit in limit.end(after: prospect.calls, at: now).map { (limit, until: $0) } }
            .sorted { $0.until > $1.until }
            .map { .attemptLimit($0, until: $1) }
    }
}
