/// Whether a contact may be called at one instant, by every rule. The claim acts on the result, and `explain` shows it.
///
/// The pace, the limit of calls in flight and the order of contacts are not included: they decide when a contact is
/// claimed, not whether the contact may be called.
package struct Screening: Hashable, Sendable {
    /// Everything that keeps the contact from being called. The claim acts on the first block.
    package private(set) var blocks: [CallBlock] = []

    /// The block that the claim acts on; nil if the contact may be called.
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
        // A claim postpones a contact until the end of an attempt limit: the limit and `dueAt` are then one block, not
        // two.
        if prospect.dueAt > now, !limits.contains(where: { $0.until == prospect.dueAt }) {
            blocks.append(.notDue(prospect.dueAt))
        }
        if prospect.isOnDoNotCallList { blocks.append(.doNotCall) }
        blocks += limits
        // A contact that will end as suppressed or expired does not end with the outcome of its last call.
        guard !prospect.isOnDoNotCallList, !settings.hasEnded(at: now), let last = prospect.lastOutcome else { return }
        if settings.retry.isUnwanted(after: last, attempts: prospect.attempts) { blocks.append(.retryNotWanted(last)) }
    }

    /// The attempt limits that are reached; the limit that lasts longest comes first.
    private static func limits(on prospect: CallProspect, at now: WallTime) -> [CallBlock] {
        prospect.settings.attemptLimits
            .compactMap { limit in limit.end(after: prospect.calls, at: now).map { (limit, until: $0) } }
            .sorted { $0.until > $1.until }
            .map { .attemptLimit($0, until: $1) }
    }
}
