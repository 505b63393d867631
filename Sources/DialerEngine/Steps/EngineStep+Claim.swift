import DialerCore
import DialerStore

/// Claiming: who is called now, by every rule there is, in the transaction that records the intent.
extension EngineStep {
    /// How many contacts a claim may look at to find some that can be called: short steps keep callbacks from waiting.
    private static var examinedPerClaim: Int { 1000 }
    /// For how long an attempt limit is not asked about again: it may be changed, or a call may turn out to be none.
    private static var longestPutOff: Duration { .seconds(3600) }

    /// Hands over up to `count` contacts of a campaign.
    ///
    /// - Returns: how many; fewer only if no more can be called now, or requests have run out.
    mutating func claim(_ count: Int, of campaign: Campaign, _ round: inout DispatchRound) throws -> Int {
        let open = try openZones(of: campaign)
        var claimed = 0
        var examined = 0
        while claimed < count, round.requests > 0, examined < Self.examinedPerClaim {
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

    /// Those whose calls can begin before their windows close, behind as many calls as are ahead of them.
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

    /// All that decides whether a contact may be called, as it stands in this transaction.
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

    /// Ends a contact that must not be called any more, and puts off one that attempt limits let be called later. What the
    /// selection of ready contacts sees to (its campaign, its hours, its turn) leaves the contact as it is.
    private mutating func finishOrPostpone(_ contact: Contact, because block: CallBlock) throws {
        var changed = contact
        switch block {
        case .doNotCall: changed.outcome = .suppressed
        case .retryNotWanted(let outcome): changed.outcome = outcome
        case .attemptLimit(_, let until): changed.dueAt = min(until, now.wall + Self.longestPutOff)
        default: return
        }
        if changed.outcome != nil {
            changed.state = .finished
            touched.insert(contact.campaign)
        }
        try transaction.save(changed, was: contact)
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
                guard let request = try request(to: rest, of: campaign) else {
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
}
