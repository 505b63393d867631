import DialerCore
import DialerEngine

/// Promise 3: who may be called at all, and when.
extension Checker {
    /// For a look at the queue and a DELETE.
    private static var timeToWithdraw: Duration { .seconds(10) }

    /// At the moment in which a request leaves.
    func checkRules(of call: MakeCall, _ campaign: CampaignID, at now: Now) {
        guard let index = plans[campaign] else { return world.violate(.rules, "a batch of no campaign") }
        let plan = world.scenario.campaigns[index]
        if cancelled[campaign] != nil { world.violate(.rules, "a request of a cancelled campaign") }
        for destination in call.destinations {
            if listed[destination] != nil { world.violate(.rules, "\(destination.text) is on the do-not-call list") }
            if closing(for: destination, plan, at: now.wall) == nil {
                world.violate(.rules, "\(destination.text) is called outside its calling hours")
            }
            for limit in plan.settings.attemptLimits { check(limit, on: destination) }
        }
        if callerIDPaces[call.callerID]?.add(call.destinations.count, at: world.now) == false {
            world.violate(.limits, "above the caller ID's calls_per_second")
        }
    }

    private func closing(for destination: Destination, _ plan: CampaignPlan, at instant: WallTime) -> WallTime? {
        let hours = plan.settings.callingHours
        let own = plan.zones(of: destination)
        let names = hours.zone.map { [$0] } ?? (own.isEmpty ? [plan.settings.defaultTimezone].compactMap { $0 } : own)
        return hours.closing(at: instant, in: names.compactMap(Scenario.timeZones.zone))
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

    /// At the moment in which a call leaves the queue.
    func note(starting call: ProviderCall) {
        guard let key = call.contact, let index = plans[key.campaign] else { return }
        let plan = world.scenario.campaigns[index]
        // A queue that stands still or is slow, and a clock that is wrong, nobody can reckon with.
        if world.scenario.rate(.stalledQueues) == 0, world.scenario.providerPace == 1, !clockHasStepped,
            !clockSteppedUnseen,
            closing(for: key.destination, plan, at: world.trueTime) == nil
        {
            world.violate(.rules, "\(key.destination.text) is rung outside its calling hours")
        }
        guard world.scenario.isUntroubled else { return }
        let unwanted = [listed[key.destination], cancelled[key.campaign]].compactMap { $0 }.min()
        // Of a call that waits for longer than the account's rate explains, the dialer has come to doubt the uuid.
        if let unwanted, call.placedAt < unwanted, unwanted - call.placedAt < world.scenario.limits.queueAhead,
            world.now - unwanted > Self.timeToWithdraw
        {
            world.violate(.rules, "\(key.destination.text) rings, and should have been withdrawn from the queue")
        }
    }

    /// Whether a contact may end as cancelled: nobody called it, or its call was taken back, or it waited for another one
    /// when the word was given.
    func mayBeCancelled(_ key: ContactKey, _ truth: ContactTruth) -> Bool {
        guard let word = cancelled[key.campaign] else { return false }
        guard let last = truth.calls.last, !last.isWithdrawn else { return true }
        return last.endInstant.map { $0 <= word } ?? false
    }
}
