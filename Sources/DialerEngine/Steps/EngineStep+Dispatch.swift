import DialerCore
import DialerStore

/// Handing over: how many, of which campaigns, in which requests.
extension EngineStep {
    mutating func dispatch() throws {
        memory.pace.change(rate: limits.callsPerSecond, depth: limits.dispatchInterval, at: paceTime)
        let ready = try transaction.activeCampaigns().filter { isOpen($0) && $0.progress[.pending] > 0 }
        var round = try beginRound()
        let obstacle = try commonObstacle(round)
        if obstacle != nil { round.room = 0 }
        var members = ready.compactMap { campaign -> FairShare<CampaignID>.Member? in
            let (demand, limit) = demand(of: campaign)
            if demand == 0 { round.blocked[campaign.id] = limit }
            return demand > 0 ? .init(id: campaign.id, weight: campaign.settings.priority, demand: demand) : nil
        }
        // What a campaign cannot use, because its contacts cannot be called now, goes to the others at once.
        while round.room > 0, round.requests > 0, !members.isEmpty {
            let shares = memory.shares.allot(round.room, among: members)
            var hungry: [FairShare<CampaignID>.Member] = []
            for member in members {
                guard let share = shares[member.id], let campaign = ready.first(where: { $0.id == member.id }) else {
                    hungry.append(member)
                    continue
                }
                guard try claim(share, of: campaign, &round) == share, share < member.demand else { continue }
                hungry.append(.init(id: member.id, weight: member.weight, demand: member.demand - share))
            }
            members = hungry
        }
        for campaign in ready {
            try explain(campaign, round, obstacle)
        }
    }

    private mutating func beginRound() throws -> DispatchRound {
        let waiting = try transaction.callsWaitingToRing(from: memory.front)
        return DispatchRound(
            room: min(memory.pace.available(at: paceTime), limits.maxCallsInFlight - (try transaction.callsInFlight())),
            requests: memory.apiRequests.available(at: now.monotonic),
            waiting: waiting,
            ahead: waiting + (try transaction.doubtfulCalls(from: memory.front))
        )
    }

    /// Its start has been noticed, and it is between its start and its end: the clock may have stepped since.
    private func isOpen(_ campaign: Campaign) -> Bool {
        campaign.state.mayDial && campaign.state != .waiting && hasStarted(campaign) && !hasEnded(campaign)
    }

    func hasStarted(_ campaign: Campaign) -> Bool { campaign.settings.hasStarted(at: now.wall) }

    func hasEnded(_ campaign: Campaign) -> Bool {
        if Mutant.endIgnored.isActive { return false }
        return campaign.settings.hasEnded(at: now.wall)
    }

    /// What keeps every campaign from dialling now.
    private mutating func commonObstacle(_ round: DispatchRound) throws -> DispatchObstacle? {
        if let until = memory.heldUntil {
            guard until <= now.monotonic else { return .heldBack(memory.heldReason ?? "Plivo could not be reached") }
            memory.heldUntil = nil
            memory.heldReason = nil
        }
        if round.requests == 0 { return .apiRequests }
        if try transaction.callsInFlight() >= limits.maxCallsInFlight {
            return .callsInFlight(limits.maxCallsInFlight)
        }
        let queueLimit = max(1, limits.callsPerSecond * limits.queueAhead.inSeconds)
        return Double(round.waiting) >= queueLimit ? .queueAhead : nil
    }

    /// How many destinations a campaign's own limits allow now, and which limit it is that allows none.
    private mutating func demand(of campaign: Campaign) -> (Int, DispatchObstacle?) {
        var demand = campaign.progress[.pending]
        if let most = campaign.settings.maxCallsInFlight {
            demand = min(demand, most - campaign.progress.inFlight)
            if demand <= 0 { return (0, .callsInFlight(most)) }
        }
        if let rate = campaign.settings.callsPerSecond {
            var pace =
                memory.campaignPaces[campaign.id]
                ?? TokenBucket(rate: rate, depth: limits.dispatchInterval, at: now.monotonic)
            pace.change(rate: rate, depth: limits.dispatchInterval, at: now.monotonic)
            demand = min(demand, pace.available(at: now.monotonic))
            memory.campaignPaces[campaign.id] = pace
        }
        return (max(0, demand), nil)
    }

    private var paceTime: MonotonicTime {
        if Mutant.paceByWallClock.isActive {
            return MonotonicTime(nanoseconds: now.wall.milliseconds * 1_000_000)
        }
        return now.monotonic
    }

    /// Keeps `reason` true: null while it dials, else one sentence.
    private mutating func explain(
        _ campaign: Campaign,
        _ round: DispatchRound,
        _ common: DispatchObstacle?
    ) throws {
        var reason: String?
        if !round.served.contains(campaign.id) {
            let own = try round.blocked[campaign.id] ?? obstacle(of: campaign, behind: round.ahead)
            reason = if case .turn = own { common?.sentence } else { own.sentence }
        }
        if reason != campaign.reason { try transaction.setReason(reason, of: campaign.id) }
    }
}
