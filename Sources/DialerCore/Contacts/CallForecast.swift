/// A contact and whatever decides when it is called, as it is at one instant.
package struct CallProspect: Sendable {
    package var state: ContactState
    package var outcome: Outcome?
    /// Not to be called before.
    package var dueAt: WallTime
    package var isOnDoNotCallList: Bool
    package var campaign: CampaignState
    package var settings: CampaignSettings
    package var zones: CallingZones
    /// When calls to its number were made that count for attempt limits, by whichever campaign, the latest first.
    package var calls: [WallTime]

    package init(
        state: ContactState,
        outcome: Outcome?,
        dueAt: WallTime,
        isOnDoNotCallList: Bool,
        campaign: CampaignState,
        settings: CampaignSettings,
        zones: CallingZones,
        calls: [WallTime]
    ) {
        self.state = state
        self.outcome = outcome
        self.dueAt = dueAt
        self.isOnDoNotCallList = isOnDoNotCallList
        self.campaign = campaign
        self.settings = settings
        self.zones = zones
        self.calls = calls
    }
}

/// What keeps a contact from being called now, and when nothing does any more: by the rules alone. Pace and the calls of
/// others, which decide whose turn it is then, nobody can foretell.
package struct CallForecast: Hashable, Sendable {
    /// All of them; none: it can be called now.
    package private(set) var blocks: [CallBlock] = []
    /// The next instant at which it can be called; nil if one of the blocks does not end by itself.
    package private(set) var next: WallTime?
    /// When its window closes, if it is pending and the window is open: `.distantFuture` if it never does.
    package private(set) var closing: WallTime?

    package init(_ prospect: CallProspect, at now: WallTime) {
        switch prospect.state {
        case .finished: blocks = [.finished(prospect.outcome ?? .unknown)]
        case .dialing, .queued, .ringing, .inProgress: blocks = [.underWay(prospect.state)]
        case .inDoubt: blocks = [.inDoubt]
        case .pending: judge(prospect, at: now)
        }
    }

    private mutating func judge(_ prospect: CallProspect, at now: WallTime) {
        let settings = prospect.settings
        if prospect.isOnDoNotCallList { blocks.append(.doNotCall) }
        if !prospect.campaign.canDial { blocks.append(.campaign(prospect.campaign)) }
        if let end = settings.endAt, end <= now { blocks.append(.ended(end)) }
        if let start = settings.startAt, start > now { blocks.append(.starts(start)) }
        blocks += waits(of: prospect, at: now)
        // None of these comes back once it is over, so that the last of them is the first instant that hours matter at.
        let ready = blocks.compactMap(\.until).max() ?? now
        let opening = settings.callingHours.opening(from: ready, in: prospect.zones.rules)
        closing = settings.callingHours.closing(at: now, in: prospect.zones.rules)
        if let block = closed(prospect, opening: opening, at: now) { blocks.append(block) }
        guard let opening, blocks.allSatisfy({ $0.until != nil }) else { return }
        if let end = settings.endAt, end <= opening {
            blocks.append(.endsBefore(end))
        } else {
            next = opening
        }
    }

    /// Its retry and the attempt limits.
    private func waits(of prospect: CallProspect, at now: WallTime) -> [CallBlock] {
        let limits = prospect.settings.attemptLimits.compactMap { limit in
            limit.end(after: prospect.calls, at: now).map { CallBlock.attemptLimit(limit, until: $0) }
        }
        // A claim that meets a limit puts the contact off until its end: that is one reason, not two.
        let isOwn = prospect.dueAt > now && !limits.contains { $0.until == prospect.dueAt }
        return (isOwn ? [.notDue(prospect.dueAt)] : []) + limits
    }

    private func closed(_ prospect: CallProspect, opening: WallTime?, at now: WallTime) -> CallBlock? {
        if closing == nil, prospect.zones.rules.isEmpty { return .zoneUnknown }
        guard opening != nil else { return .neverOpen }
        guard closing == nil else { return nil }
        return prospect.settings.callingHours.opening(from: now, in: prospect.zones.rules).map { .closed(until: $0) }
    }
}
