import DialerCore
import DialerEngine

/// Promise 3: who may be called at all, and when.
extension Checker {
    /// Enough time for a look at the queue and a DELETE.
    private static var timeToWithdraw: Duration { .seconds(10) }

    /// Checks a request that leaves.
    func checkRules(of call: MakeCall, _ campaign: CampaignID, at now: Now) {
        guard let plan = plans[campaign] else { return world.violate(.rules, "a batch of no campaign") }
        let settings = plan.settings
        if let start = settings.startAt, now.wall < start { world.violate(.rules, "a request before start_at") }
        if let end = settings.endAt, now.wall >= end { world.violate(.rules, "a request after end_at") }
        if pausedByOperator.contains(campaign) { world.violate(.rules, "a request of a paused campaign") }
        if completed.contains(campaign) { world.violate(.rules, "a request of a completed campaign") }
        if cancelledAt[campaign] != nil { world.violate(.rules, "a request of a canceled campaign") }
        for destination in call.destinations {
            if listedAt[destination] != nil { world.violate(.rules, "\(destination.text) is on the do-not-call list") }
            if !isOpen(destination, plan, at: now.wall) {
                world.violate(.rules, "\(destination.text) is called outside its calling hours")
            }
            for limit in settings.attemptLimits { check(limit, on: destination) }
        }
    }

    private func isOpen(_ destination: Destination, _ plan: CampaignPlan, at instant: WallTime) -> Bool {
        let hours = plan.settings.callingHours
        let own = plan.zones(of: destination)
        let names = hours.zone.map { [$0] } ?? (own.isEmpty ? [plan.settings.defaultTimezone].compactMap { $0 } : own)
        return hours.closing(at: instant, in: names.compactMap(SimulatedZones().zone)) != nil
    }

    private func check(_ limit: AttemptLimit, on destination: Destination) {
        guard !clockHasStepped else { return }
        let within = limit.within - .seconds(1)
        let calls = callsByDestination[destination, default: []].count {
            world.now - $0.placedAt < within && !$0.isWithdrawn
        }
        if calls >= limit.max {
            world.violate(.rules, "\(destination.text) is called \(calls + 1) times within \(limit.within)")
        }
    }

    /// Checks a call that leaves Plivo's queue.
    func note(starting call: ProviderCall) {
        guard let key = call.contact, let plan = plans[key.campaign] else { return }
        let scenario = world.scenario
        // The dialer cannot foresee a queue that stands still or is slow, or a wrong clock.
        if scenario.rate(.stalledQueues) == 0, scenario.providerPace == 1, !clockHasStepped, !clockSteppedUnseen,
            !isOpen(key.destination, plan, at: world.trueTime)
        {
            world.violate(.rules, "\(key.destination.text) rings outside its calling hours")
        }
        guard scenario.isFaultFree else { return }
        let unwantedAt = [listedAt[key.destination], cancelledAt[key.campaign]].compactMap { $0 }.min()
        // If a call waits for longer than the account's rate explains, the dialer no longer trusts its uuid.
        if let unwantedAt, call.placedAt < unwantedAt, unwantedAt - call.placedAt < scenario.limits.queueAhead,
            world.now - unwantedAt > Self.timeToWithdraw
        {
            world.violate(.rules, "\(key.destination.text) rings, and should have been withdrawn from the queue")
        }
    }
}
