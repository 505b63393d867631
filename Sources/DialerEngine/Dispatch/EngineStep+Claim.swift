import DialerCore
import DialerStore

/// Claiming: which contacts are called now, by every rule there is, in the transaction that records the intent.
extension EngineStep {
    /// Hands over up to `count` contacts of a campaign.
    ///
    /// - Returns: how many; fewer only if no more can be called now, or requests have run out.
    mutating func claim(_ count: Int, of campaign: Campaign, _ round: inout DispatchRound) throws -> Int {
        memory.pacing.adoptCallerIDRates(of: campaign.settings, at: now)
        let open = try openZones(of: campaign)
        var claimed = 0
        var examined = 0
        while claimed < count, round.requests > 0, examined < EnginePolicy.contactsExaminedPerClaim {
            let ready = try readyContacts(of: campaign, in: open, limit: count - claimed, behind: round.ahead)
            guard !ready.isEmpty else { break }
            examined += ready.count
            let callable = try finishOrPostpone(ready, campaign)
            let taken = try handOver(callable, of: campaign, &round)
            claimed += taken
            guard taken == callable.count else { break }
        }
        return claimed
    }

    /// Contacts whose calls can begin before their windows close, behind as many calls as are ahead of them.
    private func readyContacts(
        of campaign: Campaign,
        in open: [OpenZones],
        limit: Int,
        behind ahead: Int
    ) throws -> [ReadyContact] {
        var ready: [ReadyContact] = []
        for group in open {
            let most = min(limit, group.calls - ahead) - ready.count
            guard most > 0 else { continue }
            ready += try transaction.readyContacts(of: campaign.id, in: group.zones, at: now.wall, limit: most)
        }
        return ready
    }

    /// Finishes or postpones contacts that must not be called now.
    ///
    /// - Returns: the others.
    private func finishOrPostpone(_ ready: [ReadyContact], _ campaign: Campaign) throws -> [Contact] {
        var callable: [Contact] = []
        for one in ready {
            let contact = one.contact
            if one.isSuppressed, !Mutant.listAskedAtImportOnly.isActive {
                try transaction.update(contact) { $0.finish(as: .suppressed) }
            } else if let next = try endOfLimits(on: contact.destination, campaign) {
                try transaction.update(contact) {
                    $0.dueAt = min(next, now.wall + EnginePolicy.longestPostponement)
                }
            } else if let outcome = try outcomeWithoutRetry(of: contact, campaign.settings.retry) {
                try transaction.update(contact) { $0.finish(as: outcome) }
            } else {
                callable.append(contact)
            }
        }
        return callable
    }

    /// The outcome of a contact whose retry the settings, as they are by now, do not want any more.
    private func outcomeWithoutRetry(of contact: Contact, _ retry: RetryPolicy) throws -> Outcome? {
        guard contact.attempts > 0, let id = contact.attempt, let outcome = try transaction.attempt(id)?.outcome,
            RetryPolicy.retriable.contains(outcome), retry.delay(after: outcome, attempts: contact.attempts) == nil
        else { return nil }
        return outcome
    }

    /// When the last of the limits lets a number be called again; nil: all let it now.
    private func endOfLimits(on destination: Destination, _ campaign: Campaign) throws -> WallTime? {
        if Mutant.attemptLimitsIgnored.isActive { return nil }
        return try campaign.settings.attemptLimits
            .compactMap { try transaction.end(of: $0, on: destination, at: now.wall) }.max()
    }

    /// Sorts contacts into requests and records the intent to send each of them.
    private mutating func handOver(
        _ contacts: [Contact],
        of campaign: Campaign,
        _ round: inout DispatchRound
    ) throws -> Int {
        var assembly = BatchAssembly(maxBatch: largestBatch, maxRequests: round.requests)
        for contact in contacts { assembly.add(contact) }
        var taken = 0
        for batch in assembly.batches {
            var rest = batch[...]
            while !rest.isEmpty, round.requests > 0 {
                guard let request = try nextRequest(to: rest, of: campaign) else {
                    round.blocked[campaign.id] = .callerIDs
                    break
                }
                try handOver(request, of: campaign)
                rest = rest.dropFirst(request.contacts.count)
                taken += request.contacts.count
                round.take(request.contacts.count, for: campaign.id)
            }
        }
        return taken
    }

    private var largestBatch: Int { Mutant.batchTooLarge.isActive ? limits.maxBatch + 1 : limits.maxBatch }
}
