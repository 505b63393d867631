import DialerCore
import DialerStore

/// Dispatch: how many contacts are handed over, and of which campaigns.
extension EngineStep {
    mutating func dispatch() throws {
        memory.pacing.change(to: limits, at: now)
        let ready = try transaction.activeCampaigns().filter { isOpen($0) && $0.progress[.pending] > 0 }
        for campaign in ready { memory.pacing.adoptRate(of: campaign, at: now) }
        var round = try newRound()
        let obstacle = try accountObstacle(round)
        if obstacle != nil { round.room = 0 }
        var members = ready.compactMap { campaign -> FairShare<CampaignID>.Member? in
            let demand = demand(of: campaign)
            if demand == 0 { round.blocked[campaign.id] = campaignObstacle(campaign) }
            return demand > 0 ? .init(id: campaign.id, weight: campaign.settings.priority, demand: demand) : nil
        }
        // A share that a campaign cannot use, because its contacts cannot be called now, goes to the other campaigns at
        // once.
        while round.room > 0, round.requests > 0, !members.isEmpty {
            let shares = memory.pacing.allot(round.room, among: members)
            var unsatisfied: [FairShare<CampaignID>.Member] = []
            for member in members {
                guard let share = shares[member.id], let campaign = ready.first(where: { $0.id == member.id }) else {
                    unsatisfied.append(member)
                    continue
                }
                guard try claim(share, of: campaign, &round) == share, share < member.demand else { continue }
                unsatisfied.append(.init(id: member.id, weight: member.weight, demand: member.demand - share))
            }
            members = unsatisfied
        }
        for campaign in ready {
            try updateReason(of: campaign, round, obstacle)
        }
    }

    private func newRound() throws -> DispatchRound {
        let first = memory.queue.firstWaitingBatch
        let waiting = try transaction.callsWaitingToRing(from: first)
        return DispatchRound(
            room: min(memory.pacing.available(at: now), limits.maxCallsInFlight - (try transaction.callsInFlight())),
            requests: memory.apiRequests.available(at: now.monotonic),
            waiting: waiting,
            ahead: waiting + (try transaction.doubtfulCalls(from: first))
        )
    }

    /// Whether the campaign has started and `now` is between its start and its end: the clock may have stepped since
    /// the start.
    private func isOpen(_ campaign: Campaign) -> Bool {
        let settings = campaign.settings
        return campaign.state.canDial && campaign.state != .waiting && settings.hasStarted(at: now.wall)
            && !settings.hasEnded(at: now.wall)
    }

    /// Why no campaign can dial now; nil if nothing of the account prevents it.
    private func accountObstacle(_ round: DispatchRound) throws -> CampaignReason? {
        if let refusal = memory.dialingHold.cause(at: now.monotonic) { return .heldBack(refusal) }
        if round.requests == 0 { return .apiRequests }
        if try transaction.callsInFlight() >= limits.maxCallsInFlight {
            return .callsInFlight(limits.maxCallsInFlight)
        }
        let queueLimit = max(1, limits.callsPerSecond * limits.queueAhead.inSeconds)
        return Double(round.waiting) >= queueLimit ? .queueAhead : nil
    }

    /// The campaign's own limit that allows no call now; nil if no limit does, or only the pace.
    private func campaignObstacle(_ campaign: Campaign) -> CampaignReason? {
        guard let most = campaign.settings.maxCallsInFlight, campaign.progress.inFlight >= most else { return nil }
        return .callsInFlight(most)
    }

    /// How many destinations the campaign's own limits allow now.
    private func demand(of campaign: Campaign) -> Int {
        let free = campaign.settings.maxCallsInFlight.map { $0 - campaign.progress.inFlight } ?? .max
        return max(0, min(campaign.progress[.pending], free, memory.pacing.available(for: campaign.id, at: now)))
    }

    /// Keeps `reason` true; it is null while the campaign dials.
    private mutating func updateReason(
        of campaign: Campaign,
        _ round: DispatchRound,
        _ common: CampaignReason?
    ) throws {
        var reason: CampaignReason?
        if !round.served.contains(campaign.id) {
            reason = try round.blocked[campaign.id] ?? contactsObstacle(of: campaign, behind: round.ahead) ?? common
        }
        if reason?.sentence != campaign.reason { try transaction.setReason(reason, of: campaign.id) }
    }
}
