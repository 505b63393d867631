import DialerCore
import DialerEngine
import DialerStore

/// What must be true of the results when a campaign is over.
extension Checker {
    func checkEnd(at now: Now) throws {
        try checkCounters(at: now)
        for campaign in plans.keys.sorted() where !archived.contains(campaign) { try checkResults(of: campaign) }
    }

    func checkResults(of campaign: CampaignID) throws {
        guard let plan = plans[campaign] else { return }
        var row = 0
        try store.forEachResult(ofCampaign: plan.name) { page in
            for result in page {
                let key = ContactKey(campaign: campaign, destination: plan.destination(row))
                row += 1
                guard let history = histories[key], result.row == row + 1, result.typed == key.destination.text else {
                    world.violate(.complete, "line \(row) of \(plan.name) is not its contact \(row)")
                    continue
                }
                check(result, key, history)
            }
        }
        if row != plan.size { world.violate(.complete, "\(row) lines of results for \(plan.size) contacts") }
    }

    private func check(_ result: ContactResult, _ key: ContactKey, _ history: ContactHistory) {
        let number = key.destination.text
        let calls = history.calls.count
        guard let outcome = result.outcome, result.state == .finished else {
            return world.violate(.complete, "\(number) has no outcome")
        }
        // The evidence about such a number may belong to a call of another user.
        guard !ambiguous.contains(key.destination) else { return }
        if !isPossible(outcome, key, history) {
            let happened = history.calls.last.map { $0.outcome.rawValue } ?? "nothing"
            world.violate(.truth, "\(number) is \(outcome.rawValue), but what happened last is \(happened)")
        }
        // A call that a pause has withdrawn uses up no attempt.
        let fewest = history.calls.count { !$0.isWithdrawn }
        if result.attempts < fewest || result.attempts > history.requests {
            let detail = "\(result.attempts) attempts, \(calls) calls, \(history.requests) requests"
            world.violate(.truth, "\(number): \(detail)")
        }
        if !history.wasInDoubt, result.attempts > calls {
            world.violate(.truth, "\(number): \(result.attempts) attempts, but \(calls) calls")
        }
        if result.cost.units > history.calls.reduce(0, { $0 + ($1.end.cost?.units ?? 0) }) {
            world.violate(.truth, "\(number) cost \(result.cost.text), for \(calls) calls")
        }
        guard let uuid = result.callUUID, outcome != .unknown else { return }
        let isOwner = history.calls.contains { $0.uuid == uuid || $0.requestUUID == uuid }
        if !isOwner { world.violate(.truth, "\(number) has a uuid that is not one of its calls'") }
    }

    private func isPossible(_ outcome: Outcome, _ key: ContactKey, _ history: ContactHistory) -> Bool {
        switch outcome {
        case .expired: return history.plan.settings.endAt != nil
        case .unknown: return mayBeUnknown(key, history)
        case .rejected where history.wasRefused: return true
        case .answered, .machine, .busy, .noAnswer, .failed, .rejected:
            guard let last = history.calls.last else { return false }
            // A CDR does not tell machines from people.
            return last.outcome == outcome || (last.outcome == .machine && outcome == .answered)
        case .suppressed: return listedAt[key.destination] != nil
        case .cancelled: return mayBeCancelled(key, history)
        }
    }

    /// Whether a contact may end as `cancelled`: it was not called, its call was withdrawn, or its last call had ended
    /// when the campaign was canceled.
    private func mayBeCancelled(_ key: ContactKey, _ history: ContactHistory) -> Bool {
        guard let cancelledAt = cancelledAt[key.campaign] else { return false }
        guard let last = history.calls.last, !last.isWithdrawn else { return true }
        return last.endInstant.map { $0 <= cancelledAt } ?? false
    }

    /// Whether the dialer may have given up a call while faults prevented look-ups.
    private func mayHaveBeenGivenUp(_ history: ContactHistory) -> Bool {
        let obstacles: [Fault] = [.lookupFails, .outages, .crashes, .crashBetweenEffects, .storeFailures]
        guard obstacles.contains(where: { world.scenario.rate($0) > 0 }) else { return false }
        return history.calls.contains { giveUpTime(of: $0) < .start + world.scenario.faultyFor }
    }

    /// Whether a contact may end as unknown: Plivo's records did not tell in time what happened, did not tell to which
    /// contact a call belonged, or did not have the call.
    private func mayBeUnknown(_ key: ContactKey, _ history: ContactHistory) -> Bool {
        let scenario = world.scenario
        if clockSteppedUnseen { return true }
        // Plivo's answer to the DELETE may be lost, and there is no other evidence.
        if scenario.rate(.traceless) > 0, history.calls.last?.isWithdrawn == true { return true }
        if history.calls.contains(where: { call in call.recordAt.map { $0 > giveUpTime(of: call) } ?? true }) {
            return true
        }
        if mayHaveBeenGivenUp(history) { return true }
        // A call without a certain uuid is looked for by its number.
        let isByNumber = history.wasInDoubt || history.wasGuessed || scenario.rate(.legacyUUIDs) > 0
        // In a queue that stood still, a call may end after its latest end. Then it is taken for another user's.
        if isByNumber, history.calls.contains(where: { call in call.endInstant.map { $0 > call.latestEnd } ?? true }) {
            return true
        }
        if isByNumber, shared.contains(key.destination) || clockHasStepped { return true }
        // On the older platform, records are looked for by the request's uuid first. If `give_up_after` is an hour, it
        // may end before all sweeps.
        if scenario.rate(.legacyUUIDs) > 0, scenario.limits.giveUpAfter < .seconds(7200) { return true }
        guard history.wasInDoubt else { return false }
        return history.calls.count < history.requests || scenario.rate(.recordLate) > 0
    }
}
