import DialerCore
import DialerStore

/// Claiming: every rule decides which contacts are called now, in the transaction that records the intent.
extension EngineStep {
    /// Hands over up to `count` contacts of a campaign.
    ///
    /// - Returns: the number handed over; fewer than `count` only if no other contact can be called now, or no request
    ///   is left.
    mutating func claim(_ count: Int, of campaign: Campaign, _ round: inout DispatchRound) throws -> Int {
        memory.pacing.adoptCallerIDRates(of: campaign.settings, at: now)
        let open = try openZones(of: campaign)
        var claimed = 0
        var examined = 0
        while claimed < count, round.requests > 0, examined < EnginePolicy.contactsExaminedPerClaim {
            let ready = try readyContacts(of: campaign, in: open, limit: count - claimed, behind: round.ahead)
            guard !ready.isEmpty else { break }
            examined += ready.count
            var callable: [Contact] = []
            for one in ready {
                if let block = Screening(try prospect(one, of: campaign), at: now.wall).verdict {
                    try finishOrPostpone(one.contact, because: block)
                } else {
                    callable.append(one.contact)
                }
            }
            let taken = try handOver(callable, of: campaign, &round)
            claimed += taken
            guard taken == callable.count else { break }
        }
        return claimed
    }

    /// Contacts whose calls can begin before their windows close, after the calls that are ahead of them.
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

    /// All that decides whether a contact may be called, as read in this transaction.
    private mutating func prospect(_ ready: ReadyContact, of campaign: Campaign) throws -> CallProspect {
        let contact = ready.contact
        let last = contact.attempts > 0 ? contact.attempt : nil
        var prospect = CallProspect(
            state: contact.state,
            outcome: contact.outcome,
            dueAt: contact.dueAt,
            attempts: contact.attempts,
            lastOutcome: try last.flatMap { try transaction.attempt($0)?.outcome },
            isOnDoNotCallList: ready.isSuppressed,
            campaign: campaign.state,
            settings: campaign.settings,
            window: try window(of: ready.zone, in: campaign),
            calls: try transaction.calls(
                to: contact.destination,
                countedBy: campaign.settings.attemptLimits,
                at: now.wall
            )
        )
        if Mutant.listAskedAtImportOnly.isActive { prospect.isOnDoNotCallList = false }
        if Mutant.attemptLimitsIgnored.isActive { prospect.calls = [] }
        if Mutant.retriesUnwantedAreCalled.isActive { prospect.lastOutcome = nil }
        return prospect
    }

    /// Finishes a contact that must not be called any more, and postpones a contact that attempt limits allow later.
    /// The other blocks change nothing: the selection of ready contacts takes them into account.
    private func finishOrPostpone(_ contact: Contact, because block: CallBlock) throws {
        try transaction.update(contact) { contact in
            switch block {
            case .doNotCall: contact.finish(as: .suppressed)
            case .retryNotWanted(let outcome): contact.finish(as: outcome)
            case .attemptLimit(_, let until):
                contact.dueAt = min(until, now.wall + EnginePolicy.longestPostponement)
            default: break
            }
        }
    }

    /// Sorts contacts into requests and records the intent to send each request.
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
