import DialerCore
import DialerEngine
import DialerStore

/// What is checked when a request leaves, arrives and is answered.
extension Checker {
    /// The halvings of a request of 1000, and a few more for requests that were on the wire.
    private static var mostHalvings: Int { 15 }

    /// Checks a request that leaves.
    ///
    /// - Returns: its campaign; nil if the database does not know the request.
    func handOver(_ call: MakeCall, at now: Now) -> CampaignID? {
        noteRequest()
        guard let campaign = checkIntent(call) else { return nil }
        let count = call.destinations.count
        onTheWire[campaign, default: 0] += count
        silences[campaign] = nil
        lastRequest = world.now
        checkRules(of: call, campaign, at: now)
        checkLimits(of: call, campaign)
        if Set(call.destinations).count != count {
            world.violate(.once, "one number twice in batch \(call.batch.value)")
        }
        return campaign
    }

    /// Promise 5: the intent is on disk.
    private func checkIntent(_ call: MakeCall) -> CampaignID? {
        var campaign: CampaignID?
        attempt {
            let (batch, attempts) = try store.write { transaction in
                (try transaction.batch(call.batch), try transaction.attempts(in: call.batch))
            }
            guard let batch, batch.state == .sent, batch.token == call.token,
                attempts.map(\.destination) == call.destinations, attempts.allSatisfy({ $0.state == .dialing })
            else { return world.violate(.durable, "batch \(call.batch.value) left without being on disk as dialing") }
            campaign = batch.campaign
        }
        return campaign
    }

    /// Promise 4.
    private func checkLimits(of call: MakeCall, _ campaign: CampaignID) {
        let limits = world.scenario.limits
        let count = call.destinations.count
        if count > limits.maxBatch { world.violate(.limits, "\(count) destinations in one request") }
        if !accountPace.add(count, at: world.now) { world.violate(.limits, "above the account's calls_per_second") }
        if campaignPaces[campaign]?.add(count, at: world.now) == false {
            world.violate(.limits, "above the campaign's calls_per_second")
        }
        if callerIDPaces[call.callerID]?.add(count, at: world.now) == false {
            world.violate(.limits, "above the caller ID's calls_per_second")
        }
        guard !clockSteppedUnseen else { return }
        let all = callsInFlight() + onTheWire.values.reduce(0, +)
        if all > limits.maxCallsInFlight { world.violate(.limits, "\(all) calls in flight") }
        if let most = plans[campaign]?.settings.maxCallsInFlight {
            let own = callsInFlight(of: campaign) + onTheWire[campaign, default: 0]
            if own > most { world.violate(.limits, "\(own) calls of a campaign in flight, \(most) allowed") }
        }
    }

    /// Counts any request to Plivo's API.
    func noteRequest() {
        guard apiRequests.available(at: world.now) > 0 else {
            return world.violate(.limits, "more API requests in 5 s than api_requests_per_5s")
        }
        apiRequests.record(at: world.now)
    }

    func note(arrived call: MakeCall, of campaign: CampaignID) {
        if !arrivedBatches.insert(call.batch).inserted { world.violate(.once, "batch \(call.batch.value) sent twice") }
        onTheWire[campaign, default: 0] -= call.destinations.count
    }

    func note(reply: MakeCallAnswer, to call: MakeCall) {
        switch reply {
        case .unclear: note(doubt: call)
        case .accepted(let uuids, let invalid):
            if uuids.count + invalid.count != call.destinations.count { note(doubt: call) }
            if call.destinations.count > 1 || isMisnamed(call, uuids) {
                change(call.destinations, of: call) { $0.wasGuessed = true }
            }
            change(call.destinations.filter { invalid.contains($0.text) }, of: call) { $0.wasRefused = true }
        case .refused:
            if call.destinations.count == 1 { change(call.destinations, of: call) { $0.wasRefused = true } }
        }
    }

    /// Whether the answer names a call that does not exist. The dialer may take it for that of the only destination.
    private func isMisnamed(_ call: MakeCall, _ uuids: [CallUUID]) -> Bool {
        let placed = call.destinations.compactMap { callsByDestination[$0]?.last?.requestUUID }
        return !uuids.allSatisfy(placed.contains)
    }

    /// Notes a committed intent, whether or not the request leaves. Once all faults have ended, only numbers that Plivo
    /// never accepts are refused, and after a few halvings they are alone in their requests.
    func note(intent call: MakeCall) {
        change(call.destinations, of: call) { history in
            history.requests += 1
            if world.isHealed { history.requestsSinceHealed += 1 }
            let count = history.requestsSinceHealed
            if count > Self.mostHalvings + history.plan.settings.retry.maxAttempts {
                world.violate(.ends, "one contact was in \(count) requests since all faults have ended")
            }
        }
    }

    func note(doubt call: MakeCall) {
        change(call.destinations, of: call) { $0.wasInDoubt = true }
    }

    private func change(_ destinations: [Destination], of call: MakeCall, _ body: (inout ContactHistory) -> Void) {
        attempt {
            guard let campaign = try store.write({ try $0.batch(call.batch)?.campaign }) else { return }
            for destination in destinations {
                let key = ContactKey(campaign: campaign, destination: destination)
                guard var history = histories[key] else { continue }
                body(&history)
                histories[key] = history
            }
        }
    }
}
