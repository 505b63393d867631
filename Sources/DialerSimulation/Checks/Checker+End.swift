import DialerCore
import DialerEngine
import DialerStore

/// What must be true when everything has healed and ended.
extension Checker {
    func checkEnd(at now: Now) throws {
        try recount(at: now)
        for campaign in plans.keys.sorted() where !archived.contains(campaign) { try checkResults(of: campaign) }
    }

    /// Of a campaign that is over.
    func checkResults(of campaign: CampaignID) throws {
        guard let plan = plans[campaign].map({ world.scenario.campaigns[$0] }) else { return }
        var row = 0
        try store.forEachResult(ofCampaign: plan.name) { page in
            for result in page {
                let key = ContactKey(campaign: campaign, destination: plan.destination(row))
                row += 1
                guard let truth = contacts[key], result.row == row + 1, result.typed == key.destination.text else {
                    world.violate(.nobodyLost, "line \(row) of \(plan.name) is not its contact \(row)")
                    continue
                }
                check(result, key, truth, plan.settings)
            }
        }
        if row != plan.size { world.violate(.nobodyLost, "\(row) lines of results for \(plan.size) contacts") }
    }

    private func check(
        _ result: ContactResult,
        _ key: ContactKey,
        _ truth: ContactTruth,
        _ settings: CampaignSettings
    ) {
        let number = key.destination.text
        guard let outcome = result.outcome, result.state == .finished else {
            return world.violate(.nobodyLost, "\(number) has no outcome")
        }
        // What is known of one call may be the other's.
        guard !ambiguous.contains(key.destination) else { return }
        if !isPossible(outcome, key, truth, settings) {
            let happened = truth.calls.last.map { $0.outcome.rawValue } ?? "nothing"
            world.violate(.truth, "\(number) is \(outcome.rawValue), but what happened last is \(happened)")
        }
        // A call that a pause took back used up nothing.
        let fewest = truth.calls.count { !$0.isWithdrawn }
        if result.attempts < fewest || result.attempts > truth.requests {
            world.violate(
                .truth,
                "\(number): \(result.attempts) attempts, \(truth.calls.count) calls, \(truth.requests) requests"
            )
        }
        if !truth.wasInDoubt, result.attempts > truth.calls.count {
            world.violate(.truth, "\(number): \(result.attempts) attempts, but \(truth.calls.count) calls")
        }
        if result.cost.units > truth.calls.reduce(0, { $0 + ($1.end.cost?.units ?? 0) }) {
            world.violate(.truth, "\(number) cost \(result.cost.text), for \(truth.calls.count) calls")
        }
        guard let uuid = result.callUUID, outcome != .unknown else { return }
        let owner = truth.calls.contains { $0.uuid == uuid || $0.requestUUID == uuid }
        if !owner { world.violate(.truth, "\(number) has a uuid that is not of its calls") }
    }

    private func isPossible(
        _ outcome: Outcome,
        _ key: ContactKey,
        _ truth: ContactTruth,
        _ settings: CampaignSettings
    ) -> Bool {
        switch outcome {
        case .expired: return settings.endAt != nil
        case .unknown: return mayBeUnknown(key, truth)
        case .rejected where truth.wasRefused: return true
        case .answered, .machine, .busy, .noAnswer, .failed, .rejected:
            guard let last = truth.calls.last else { return false }
            // A CDR does not tell machines from people.
            return last.outcome == outcome || (last.outcome == .machine && outcome == .answered)
        case .suppressed: return listed[key.destination] != nil
        case .cancelled: return mayBeCancelled(key, truth)
        }
    }

    /// Patience may end before everything has healed: until then nobody promises that books can be read.
    private func mayHaveLostPatience(_ truth: ContactTruth) -> Bool {
        let obstacles: [Fault] = [.lookupFails, .outages, .crashes, .crashBetweenEffects, .storeFailures]
        guard obstacles.contains(where: { world.scenario.rate($0) > 0 }) else { return false }
        let healed = MonotonicTime(nanoseconds: 0) + world.scenario.faultyFor
        return truth.calls.contains { hopeEnds(for: $0) < healed }
    }

    /// Where Plivo's books could not tell in time, cannot tell whose a call is, or tell of none.
    private func mayBeUnknown(_ key: ContactKey, _ truth: ContactTruth) -> Bool {
        let scenario = world.scenario
        if clockSteppedUnseen { return true }
        // Plivo's 204 may be lost, and nothing else tells of it.
        if scenario.rate(.traceless) > 0, truth.calls.last?.isWithdrawn == true { return true }
        if truth.calls.contains(where: { call in call.recordAt.map { $0 > hopeEnds(for: call) } ?? true }) {
            return true
        }
        if mayHaveLostPatience(truth) { return true }
        // What the answer does not name rightly is looked for by number.
        let isByNumber = truth.wasInDoubt || truth.wasGuessed || scenario.rate(.legacyUUIDs) > 0
        // One that outlived its latest end, in a queue that stood still, was listed when ours had to be over.
        if isByNumber, truth.calls.contains(where: { call in call.endInstant.map { $0 > call.latestEnd } ?? true }) {
            return true
        }
        if isByNumber, shared.contains(key.destination) || clockHasStepped { return true }
        // An older platform's records are looked for by the request's uuid first: a patience of an hour may end before
        // all sweeps have.
        if scenario.rate(.legacyUUIDs) > 0, scenario.limits.giveUpAfter < .seconds(7200) { return true }
        guard truth.wasInDoubt else { return false }
        return truth.calls.count < truth.requests || scenario.rate(.recordLate) > 0
    }
}
