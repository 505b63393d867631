import DialerCore
import DialerStore

/// Promise 1, at the moment at which a call is placed, and the record of what rang.
extension Checker {
    func note(placed call: ProviderCall) {
        guard let key = call.contact else {
            if Scenario.callerIDs.contains(call.from) { ambiguous.insert(call.to) }
            return
        }
        guard var truth = contacts[key] else {
            return world.violate(.once, "\(key.destination.text) is no contact of campaign \(key.campaign.value)")
        }
        if let last = truth.calls.last, !last.isWithdrawn {
            checkAgain(after: last, calls: truth.calls.count { !$0.isWithdrawn }, key)
        }
        truth.calls.append(call)
        callsByDestination[call.to, default: []].append(call)
        contacts[key] = truth
        openCalls.append(call)
    }

    func note(ended call: ProviderCall) {
        openCalls.removeAll { $0 === call }
    }

    /// Calls of ours that have not ended, without those that the dialer may have given up.
    func callsInFlight(of campaign: CampaignID? = nil) -> Int {
        let calls = openCalls.filter { campaign == nil || $0.contact?.campaign == campaign }
        return calls.count { world.now < hopeEnds(for: $0) }
    }

    /// From when on the dialer may give a call up of which it has heard nothing.
    func hopeEnds(for call: ProviderCall) -> MonotonicTime {
        call.latestEnd + world.scenario.limits.giveUpAfter
    }

    /// Whether a contact may be called once more.
    private func checkAgain(after last: ProviderCall, calls: Int, _ key: ContactKey) {
        let number = key.destination.text
        guard let endInstant = last.endInstant else {
            return world.violate(.once, "\(number) is called while a call to it is under way")
        }
        // Its own reading of the rule: the dialer's is what is checked.
        let delays = retryPolicies(of: key.campaign).filter { calls < $0.maxAttempts }.map { $0.delays[last.outcome] }
        guard let delay = delays.compactMap(\.self).first else {
            return world.violate(.once, "\(number) is called again after \(last.outcome.rawValue), \(calls) calls")
        }
        // Plivo gives the end to the second, and what it is measured by may have stepped.
        if !clockHasStepped, world.now - endInstant < delay - .seconds(1) {
            world.violate(.once, "\(number) is called again \(world.now - endInstant) after its call, not \(delay)")
        }
    }

    /// Those in force since a request that arrives now was decided.
    private func retryPolicies(of campaign: CampaignID) -> [RetryPolicy] {
        guard let planned = settings(of: campaign)?.retry else { return [] }
        let changes = retryChanges[campaign, default: []]
        let first = changes.lastIndex { $0.since + SimulatedDaemon.longestWay <= world.now }
        return (first == nil ? [planned] : []) + changes[(first ?? 0)...].map(\.retry)
    }

    /// Promise 5: what is acknowledged is on disk.
    func note(acknowledged event: CallbackEvent, of call: ProviderCall) {
        guard let destination = event.to else { return checkOwner(of: call) }
        attempt {
            let attempt = try store.write { transaction -> Attempt? in
                guard let batch = try transaction.batch(token: event.token) else { return nil }
                return try transaction.attempt(in: batch.id, to: destination)
            }
            let isReflected: Bool =
                switch (attempt?.state, event.kind) {
                case (nil, _): false
                case (.ended?, _): true
                case (_, .hangup): false
                case (.ringing?, .ring), (.inProgress?, _): true
                case (_, _): false
                }
            if !isReflected { world.violate(.durable, "an acknowledged \(event.kind.rawValue) is not on disk") }
        }
    }

    /// What a callback says that does not name the destination is told of nobody, or of the right one.
    private func checkOwner(of call: ProviderCall) {
        attempt {
            let attempts = try store.write { transaction in
                try transaction.batch(token: call.token).map { try transaction.attempts(in: $0.id) } ?? []
            }
            for attempt in attempts where attempt.isConfirmed && attempt.requestUUID == call.requestUUID {
                guard attempt.destination != call.to else { continue }
                world.violate(.truth, "a callback of \(call.to.text) was told of \(attempt.destination.text)")
            }
        }
    }
}
