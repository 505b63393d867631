import DialerCore
import DialerEngine
import DialerStore

/// What is promised of a request at the moment in which it leaves.
extension Checker {
    /// Of a request of 1000, and a few more for requests that were on their way.
    private static var mostHalvings: Int { 15 }

    /// - Returns: whose batch it is; nil if the database does not know it.
    func handOver(_ call: MakeCall, at now: Now) -> CampaignID? {
        noteRequest()
        guard let campaign = checkIntent(call) else { return nil }
        let count = call.destinations.count
        onTheWire[campaign, default: 0] += count
        silence[campaign] = nil
        lastRequest = world.now
        checkRules(campaign, at: now)
        checkRules(of: call, campaign, at: now)
        checkLimits(campaign, count)
        if Set(call.destinations).count != count {
            world.violate(.once, "one number twice in batch \(call.batch.value)")
        }
        return campaign
    }

    /// Promise 5: the intent is on disk.
    private func checkIntent(_ call: MakeCall) -> CampaignID? {
        do {
            let (batch, attempts) = try store.write { transaction in
                (try transaction.batch(call.batch), try transaction.attempts(in: call.batch))
            }
            guard let batch, batch.state == .sent, batch.token == call.token,
                attempts.map(\.destination) == call.destinations, attempts.allSatisfy({ $0.state == .dialing })
            else {
                world.violate(.durable, "batch \(call.batch.value) left without being on disk as dialing")
                return nil
            }
            return batch.campaign
        } catch {
            world.violate(.works, "the database cannot be read: \(error)")
            return nil
        }
    }

    /// Promise 3, of whole campaigns.
    private func checkRules(_ campaign: CampaignID, at now: Now) {
        guard let settings = settings(of: campaign) else { return world.violate(.rules, "a batch of no campaign") }
        if let start = settings.startAt, now.wall < start { world.violate(.rules, "a request before start_at") }
        if let end = settings.endAt, now.wall >= end { world.violate(.rules, "a request after end_at") }
        if pausedByOperator.contains(campaign) { world.violate(.rules, "a request of a paused campaign") }
        if completed.contains(campaign) { world.violate(.rules, "a request of a completed campaign") }
    }

    /// Promise 4.
    private func checkLimits(_ campaign: CampaignID, _ count: Int) {
        let limits = world.scenario.limits
        if count > limits.maxBatch { world.violate(.limits, "\(count) destinations in one request") }
        if !accountPace.add(count, at: world.now) { world.violate(.limits, "above the account's calls_per_second") }
        if campaignPaces[campaign]?.add(count, at: world.now) == false {
            world.violate(.limits, "above the campaign's calls_per_second")
        }
        guard !clockSteppedUnseen else { return }
        let all = callsInFlight() + onTheWire.values.reduce(0, +)
        if all > limits.maxCallsInFlight { world.violate(.limits, "\(all) calls in flight") }
        if let most = settings(of: campaign)?.maxCallsInFlight {
            let own = callsInFlight(of: campaign) + onTheWire[campaign, default: 0]
            if own > most { world.violate(.limits, "\(own) calls of a campaign in flight, \(most) allowed") }
        }
    }

    /// Every request to the API counts.
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

    /// The answer names a call that is none, which can stand for the only destination, too.
    private func isMisnamed(_ call: MakeCall, _ uuids: [CallUUID]) -> Bool {
        let placed = call.destinations.compactMap { callsByDestination[$0]?.last?.requestUUID }
        return !uuids.allSatisfy(placed.contains)
    }

    /// It is committed, whether or not it leaves.
    func note(intent call: MakeCall) {
        change(call.destinations, of: call) { $0.requests += 1 }
        if world.isHealed { checkPersistence(call) }
    }

    /// Once everything has healed, a request is refused only for the sake of destinations that are bad for good: after a
    /// few halvings they stand alone.
    private func checkPersistence(_ call: MakeCall) {
        change(call.destinations, of: call) { truth in
            truth.requestsSinceHealed += 1
            let most = Self.mostHalvings + world.scenario.campaigns[truth.plan].settings.retry.maxAttempts
            if truth.requestsSinceHealed > most {
                world.violate(.ends, "one contact was in \(truth.requestsSinceHealed) requests since everything healed")
            }
        }
    }

    func note(doubt call: MakeCall) {
        change(call.destinations, of: call) { $0.wasInDoubt = true }
    }

    private func change(_ destinations: [Destination], of call: MakeCall, _ body: (inout ContactTruth) -> Void) {
        attempt {
            guard let campaign = try store.write({ try $0.batch(call.batch)?.campaign }) else { return }
            for destination in destinations {
                let key = ContactKey(campaign: campaign, destination: destination)
                if var truth = contacts[key] {
                    body(&truth)
                    contacts[key] = truth
                }
            }
        }
    }
}
