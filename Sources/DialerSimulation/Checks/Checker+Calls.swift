import DialerCore
import DialerStore

/// Promise 1, checked when the provider places a call, and the record of what really happened.
extension Checker {
    func note(placed call: ProviderCall) {
        guard let key = call.contact else {
            if Scenario.callerIDs.contains(call.from) { ambiguous.insert(call.to) }
            return
        }
        guard let history = histories[key] else {
            return world.violate(.once, "\(key.destination.text) is not a contact of campaign \(key.campaign.value)")
        }
        if let last = history.calls.last, !last.isWithdrawn {
            checkAgain(after: last, calls: history.calls.count { !$0.isWithdrawn }, key)
        }
        histories[key]?.calls.append(call)
        callsByDestination[call.to, default: []].append(call)
        openCalls.append(call)
    }

    func note(ended call: ProviderCall) {
        openCalls.removeAll { $0 === call }
    }

    /// The campaigns' calls that have not ended, without those that the dialer may have given up.
    func callsInFlight(of campaign: CampaignID? = nil) -> Int {
        let calls = openCalls.filter { campaign == nil || $0.contact?.campaign == campaign }
        return calls.count { world.now < giveUpTime(of: $0) }
    }

    /// From when on the dialer may give up a call of which it has heard nothing.
    func giveUpTime(of call: ProviderCall) -> MonotonicTime {
        call.latestEnd + world.scenario.limits.giveUpAfter
    }

    /// Checks that a contact may be called once more. The rule is written here again, because the dialer's own is
    /// checked.
    private func checkAgain(after last: ProviderCall, calls: Int, _ key: ContactKey) {
        let number = key.destination.text
        guard let endInstant = last.endInstant else {
            return world.violate(.once, "\(number) is called while a call to it is under way")
        }
        let delays = retryPolicies(of: key.campaign).filter { calls < $0.maxAttempts }.map { $0.delays[last.outcome] }
        guard let delay = delays.compactMap(\.self).first else {
            return world.violate(.once, "\(number) is called again after \(last.outcome.rawValue), \(calls) calls")
        }
        // Plivo gives the end in whole seconds, and the wall clock that measures the delay may have stepped.
        if !clockHasStepped, world.now - endInstant < delay - .seconds(1) {
            world.violate(.once, "\(number) is called again \(world.now - endInstant) after its call, not \(delay)")
        }
    }

    /// The retry policies, of which one was in force when a request that arrives now was decided.
    private func retryPolicies(of campaign: CampaignID) -> [RetryPolicy] {
        guard let planned = plans[campaign]?.settings.retry else { return [] }
        let changes = retryChanges[campaign, default: []]
        let first = changes.lastIndex { $0.since + SimulatedDaemon.longestWay <= world.now }
        return (first == nil ? [planned] : []) + changes[(first ?? 0)...].map(\.retry)
    }

    /// Promise 5: the event of an acknowledged callback is on disk.
    func note(acknowledged event: CallbackEvent, of call: ProviderCall) {
        attempt {
            let attempts = try store.write { transaction in
                try transaction.batch(token: event.token).map { try transaction.attempts(in: $0.id) } ?? []
            }
            guard let destination = event.to else { return checkOwner(of: call, among: attempts) }
            let isOnDisk =
                switch (attempts.first { $0.destination == destination }?.state, event.kind) {
                case (.ended?, _): true
                case (_, .hangup): false
                case (.ringing?, .ring), (.inProgress?, _): true
                default: false
                }
            if !isOnDisk { world.violate(.durable, "an acknowledged \(event.kind.rawValue) is not on disk") }
        }
    }

    /// A callback without `To` must not be taken for another contact's.
    private func checkOwner(of call: ProviderCall, among attempts: [Attempt]) {
        for attempt in attempts
        where attempt.isConfirmed && attempt.requestUUID == call.requestUUID && attempt.destination != call.to {
            world.violate(.truth, "a callback of \(call.to.text) was taken for one of \(attempt.destination.text)")
        }
    }
}
