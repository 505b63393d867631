import DialerCore
import DialerStore

/// Requests: their caller IDs, their size, and the intent on disk before they leave.
extension EngineStep {
    /// One request, with its caller ID and contacts chosen.
    struct Request {
        var contacts: ArraySlice<Contact>
        var callerID: String
        /// Whether the caller ID was chosen from several, in turn.
        var isFromPool: Bool
        var arguments: CallArguments
    }

    /// The request to the first of `contacts`, which all have the same arguments: as many contacts as one caller ID can
    /// call now.
    ///
    /// - Returns: nil if every caller ID has reached its limit.
    func nextRequest(to contacts: ArraySlice<Contact>, of campaign: Campaign) throws -> Request? {
        let overrides = try transaction.overrides(contacts.first?.overrides)
        let (pool, arguments) = campaign.settings.call(overriding: overrides)
        let free = pool.filter { memory.pacing.available(from: $0, campaign.settings, at: now) > 0 }
        guard let callerID = try transaction.leastUsedCallerID(of: free, in: campaign.id) else { return nil }
        // Plivo ties one call to one parent call (docs/plivo.md, "Making calls").
        let isSingle = arguments[.parentCallUUID] != nil
        let most = isSingle ? 1 : memory.pacing.available(from: callerID, campaign.settings, at: now)
        return Request(
            contacts: contacts.prefix(most),
            callerID: callerID,
            isFromPool: pool.count > 1,
            arguments: arguments
        )
    }

    /// Records the intent to make a request. Promise 1 needs the intent on disk before the request leaves.
    mutating func handOver(_ request: Request, of campaign: Campaign) throws {
        let contacts = request.contacts
        let token = memory.newToken()
        let batch = try transaction.insertBatch(
            campaign: campaign.id,
            token: token,
            callerID: request.callerID,
            overrides: contacts.first?.overrides,
            size: contacts.count,
            isClockSuspect: memory.clock.isSuspect,
            at: now.wall
        )
        let latestEnd = now.wall + longestWait(batchSize: contacts.count) + request.arguments.longestFromRing
        for contact in contacts {
            let attempt = try transaction.insertAttempt(
                for: contact,
                in: batch,
                at: now.wall,
                latestEnd: latestEnd,
                checkAt: latestEnd + limits.callbackGrace
            )
            try transaction.update(contact) { contact in
                contact.state = .dialing
                contact.attempts += 1
                contact.attempt = attempt
            }
        }
        if request.isFromPool { try transaction.countUse(of: request.callerID, in: campaign.id, by: contacts.count) }
        memory.pacing.take(contacts.count, for: campaign, from: request.callerID, at: now)
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
    /// (docs/plivo.md, "Queueing and CPS"). The calls that may already wait there and the batch itself come before it.
    private func longestWait(batchSize: Int) -> Duration {
        limits.queueAhead + limits.dispatchInterval + .seconds(Double(batchSize) / limits.callsPerSecond)
    }
}
