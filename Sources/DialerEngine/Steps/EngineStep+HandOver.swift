import DialerCore
import DialerStore

/// Requests: with which caller ID, to how many, and the intent on disk before they leave.
extension EngineStep {
    /// One request, as far as it is decided.
    struct Request {
        var contacts: ArraySlice<Contact>
        var callerID: String
        var arguments: CallArguments
    }

    var largestBatch: Int {
        if Mutant.batchTooLarge.isActive { return limits.maxBatch + 1 }
        return limits.maxBatch
    }

    /// The request to the first of `contacts`, who have the same arguments: as many as one caller ID can call now.
    ///
    /// - Returns: nil if every caller ID has reached its limit.
    mutating func request(to contacts: ArraySlice<Contact>, of campaign: Campaign) throws -> Request? {
        let overrides = try transaction.overrides(contacts.first?.overrides)
        let (pool, arguments) = campaign.settings.call(overriding: overrides)
        let free = pool.filter { callsAllowed(from: $0, campaign.settings) > 0 }
        guard let callerID = try transaction.leastUsedCallerID(of: free, in: campaign.id) else { return nil }
        // Plivo ties one call to one parent (docs: call-api, "parent_call_uuid").
        let most = arguments[.parentCallUUID] == nil ? callsAllowed(from: callerID, campaign.settings) : 1
        let request = Request(contacts: contacts.prefix(most), callerID: callerID, arguments: arguments)
        if pool.count > 1 {
            try transaction.countUse(of: callerID, in: campaign.id, by: request.contacts.count)
        }
        return request
    }

    /// How many calls one caller ID may make now.
    private mutating func callsAllowed(from callerID: String, _ settings: CampaignSettings) -> Int {
        guard let rate = settings.callerIDRates[callerID] else { return .max }
        var pace =
            memory.callerPaces[callerID] ?? TokenBucket(rate: rate, depth: limits.dispatchInterval, at: now.monotonic)
        pace.change(rate: rate, depth: limits.dispatchInterval, at: now.monotonic)
        defer { memory.callerPaces[callerID] = pace }
        return pace.available(at: now.monotonic)
    }

    /// Commits the intent to make a request: promise 1 rests on this being on disk before it leaves.
    mutating func handOver(_ request: Request, of campaign: Campaign) throws {
        let contacts = request.contacts
        let token = memory.token()
        let batch = try transaction.insertBatch(
            campaign: campaign.id,
            token: token,
            callerID: request.callerID,
            overrides: contacts.first?.overrides,
            size: contacts.count,
            isClockSuspect: memory.isClockSuspect,
            at: now.wall
        )
        let latestEnd = now.wall + longestWait(batchSize: contacts.count) + request.arguments.longestFromRing
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
        memory.pace.take(contacts.count)
        if campaign.settings.callsPerSecond != nil { memory.campaignPaces[campaign.id]?.take(contacts.count) }
        if campaign.settings.callerIDRates[request.callerID] != nil {
            memory.callerPaces[request.callerID]?.take(contacts.count)
        }
        memory.apiRequests.record(at: now.monotonic)
        effects.append(
            .call(
                MakeCall(
                    batch: batch,
                    token: token,
                    callerID: request.callerID,
                    destinations: contacts.map(\.destination),
                    arguments: request.arguments
                )
            )
        )
    }

    /// How long the last call of a batch can wait in Plivo's queue, which starts calls at the account's CPS
    /// (plivo-facts, 5.3): behind what may already wait there, plus the batch itself.
    private func longestWait(batchSize: Int) -> Duration {
        limits.queueAhead + limits.dispatchInterval + .seconds(Double(batchSize) / limits.callsPerSecond)
    }
}
