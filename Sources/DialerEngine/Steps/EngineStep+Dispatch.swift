import DialerCore
import DialerStore

/// Handing over: how many, of which campaigns, in which requests.
extension EngineStep {
    mutating func dispatch() throws {
        memory.pace.change(rate: limits.callsPerSecond, depth: limits.dispatchInterval, at: paceTime)
        let ready = try transaction.activeCampaigns().filter { isOpen($0) && $0.progress[.pending] > 0 }
        let obstacle = try commonObstacle()
        var room = obstacle == nil ? try accountRoom() : 0
        var requests = memory.apiRequests.available(at: now.monotonic)
        var blocked: [CampaignID: DispatchObstacle] = [:]
        var members = ready.compactMap { campaign -> FairShare<CampaignID>.Member? in
            let (demand, limit) = demand(of: campaign)
            if demand == 0 { blocked[campaign.id] = limit }
            return demand > 0 ? .init(id: campaign.id, weight: campaign.settings.priority, demand: demand) : nil
        }
        // What a campaign cannot use, because its contacts are not due, goes to the others at once.
        while room > 0, requests > 0, !members.isEmpty {
            let shares = memory.shares.allot(room, among: members)
            for member in members {
                guard let share = shares[member.id], let campaign = ready.first(where: { $0.id == member.id }) else {
                    continue
                }
                let claimed = try claim(share, of: campaign, requests: &requests)
                room -= claimed
                if claimed < share { blocked[campaign.id] = requests > 0 ? .nothingDue : .apiRequests }
            }
            members = members.filter { member in
                blocked[member.id] == nil && (shares[member.id] ?? 0) < member.demand
            }
            .map { member in
                FairShare.Member(id: member.id, weight: member.weight, demand: member.demand - (shares[member.id] ?? 0))
            }
        }
        for campaign in ready {
            try explain(campaign, obstacle ?? blocked[campaign.id])
        }
    }

    /// Running, and between its start and its end: the clock may have stepped since a look at it.
    private func isOpen(_ campaign: Campaign) -> Bool {
        #if Mutants
        if Mutant.isActive(.pauseIgnored), campaign.state == .paused { return true }
        #endif
        return campaign.state == .running && hasStarted(campaign) && !hasEnded(campaign)
    }

    func hasStarted(_ campaign: Campaign) -> Bool {
        (campaign.settings.startAt ?? .epoch) <= now.wall
    }

    func hasEnded(_ campaign: Campaign) -> Bool {
        #if Mutants
        if Mutant.isActive(.endIgnored) { return false }
        #endif
        return campaign.settings.endAt.map { $0 <= now.wall } ?? false
    }

    /// What keeps every campaign from dialling now.
    private mutating func commonObstacle() throws -> DispatchObstacle? {
        if let until = memory.heldUntil {
            guard until <= now.monotonic else { return .heldBack(memory.heldReason ?? "Plivo could not be reached") }
            memory.heldUntil = nil
            memory.heldReason = nil
        }
        if memory.apiRequests.available(at: now.monotonic) == 0 { return .apiRequests }
        if try transaction.callsInFlight() >= limits.maxCallsInFlight {
            return .callsInFlight(limits.maxCallsInFlight)
        }
        let waiting = try transaction.callsWaitingToRing(from: memory.front)
        let queueLimit = max(1, limits.callsPerSecond * limits.queueAhead.inSeconds)
        return Double(waiting) >= queueLimit ? .queueAhead : nil
    }

    /// How many destinations the account can be given now.
    private mutating func accountRoom() throws -> Int {
        min(memory.pace.available(at: paceTime), limits.maxCallsInFlight - (try transaction.callsInFlight()))
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

    /// Claims up to `count` contacts and records the intent to call them, one batch for each set of arguments.
    private mutating func claim(_ count: Int, of campaign: Campaign, requests: inout Int) throws -> Int {
        let ready = try transaction.readyContacts(of: campaign.id, at: now.wall, limit: count)
        let singly = campaign.settings.arguments[.parentCallUUID] != nil
        var assembly = BatchAssembly(maxBatch: singly ? 1 : largestBatch, maxRequests: requests)
        for contact in ready { assembly.add(contact) }
        for batch in assembly.batches { try handOver(batch, of: campaign) }
        requests -= assembly.batches.count
        let claimed = assembly.batches.reduce(0) { $0 + $1.count }
        memory.pace.take(claimed)
        memory.campaignPaces[campaign.id]?.take(claimed)
        return claimed
    }

    private var paceTime: MonotonicTime {
        #if Mutants
        if Mutant.isActive(.paceByWallClock) {
            return MonotonicTime(nanoseconds: now.wall.milliseconds * 1_000_000)
        }
        #endif
        return now.monotonic
    }

    private var largestBatch: Int {
        #if Mutants
        if Mutant.isActive(.batchTooLarge) { return limits.maxBatch + 1 }
        #endif
        return limits.maxBatch
    }

    /// Commits the intent to call `contacts` in one request: promise 1 rests on this being on disk before it leaves.
    private mutating func handOver(_ contacts: [Contact], of campaign: Campaign) throws {
        let overrides = try transaction.overrides(contacts[0].overrides)
        var arguments = campaign.settings.arguments.merging(overrides) { _, override in override }
        let pool = campaign.settings.callerIDs
        let own = arguments.removeValue(forKey: .from)?.text
        guard let callerID = try own ?? transaction.leastUsedCallerID(of: pool, in: campaign.id) else { return }

        let token = memory.token()
        let batch = try transaction.insertBatch(
            campaign: campaign.id,
            token: token,
            callerID: callerID,
            overrides: contacts[0].overrides,
            size: contacts.count,
            isClockSuspect: memory.isClockSuspect,
            at: now.wall
        )
        if own == nil, pool.count > 1 { try transaction.countUse(of: callerID, in: campaign.id, by: contacts.count) }
        let latestEnd = now.wall + longestWait(batchSize: contacts.count) + arguments.longestFromRing
        for contact in contacts {
            var claimed = contact
            claimed.state = .dialing
            claimed.attempts += 1
            claimed.attempt = try transaction.insertAttempt(
                for: contact,
                in: batch,
                at: now.wall,
                latestEnd: latestEnd,
                checkAt: latestEnd + limits.callbackGrace
            )
            try transaction.save(claimed, was: contact)
        }
        memory.apiRequests.record(at: now.monotonic)
        effects.append(
            .call(
                MakeCall(
                    batch: batch,
                    token: token,
                    callerID: callerID,
                    destinations: contacts.map(\.destination),
                    arguments: arguments
                )
            )
        )
    }

    /// How long the last call of a batch can wait in Plivo's queue, which starts calls at the account's CPS
    /// (plivo-facts, 5.3): behind what may already wait there, plus the batch itself.
    private func longestWait(batchSize: Int) -> Duration {
        limits.queueAhead + limits.dispatchInterval + .seconds(Double(batchSize) / limits.callsPerSecond)
    }

    /// Keeps `reason` true: null while it dials, else one sentence.
    private func explain(_ campaign: Campaign, _ obstacle: DispatchObstacle?) throws {
        var reason = obstacle?.sentence
        if obstacle == .nothingDue, let due = try transaction.nextDue(of: campaign.id), due > now.wall {
            reason = "every contact left waits for its retry; the next is due at \(due.rfc3339)"
        }
        if reason != campaign.reason { try transaction.setReason(reason, of: campaign.id) }
    }
}
