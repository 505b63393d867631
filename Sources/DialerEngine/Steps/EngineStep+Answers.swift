import DialerCore
import DialerStore

/// What the answer to a make-call request means.
extension EngineStep {
    /// Requests that may be refused in a row before the campaign is halted: enough for one bad destination among
    /// 1000 to be found (ten halvings), too few to burn a list.
    static var refusalsBeforeHalt: Int { 20 }

    mutating func settle(_ id: BatchID, _ answer: MakeCallAnswer) throws {
        guard let batch = try transaction.batch(id), batch.state == .sent else { return }
        switch answer {
        case .accepted(let uuids, let invalidNumbers):
            try accept(batch, uuids: uuids, invalidNumbers: invalidNumbers)
        case .unclear(let doubt):
            try putInDoubt(batch, because: doubt)
        case .refused(let refusal):
            try refuse(batch, refusal)
        }
    }

    /// A process ended between the intent and the answer: what it had on the wire is in doubt.
    mutating func recover() throws {
        let batches = try transaction.unansweredBatches()
        if Mutant.restartForgets.isActive { return }
        if Mutant.restartPutsBack.isActive {
            return try batches.flatMap { try transaction.attempts(in: $0.id) }.forEach { try putBack($0) }
        }
        for batch in batches { try putInDoubt(batch, because: .restarted) }
        if !batches.isEmpty { notify(.batchesInDoubtAfterRestart(count: batches.count)) }
        for campaign in try transaction.activeCampaigns() { touched.insert(campaign.id) }
        try finishCampaigns()
        effects += try transaction.campaignsToExport().map(Effect.export)
    }

    private mutating func accept(_ batch: Batch, uuids: [CallUUID], invalidNumbers: [String]) throws {
        memory.backoff.succeed()
        memory.refusals[batch.campaign] = nil
        var attempts = try transaction.attempts(in: batch.id)
        let invalid = Set(invalidNumbers.compactMap(Destination.init(reported:)))
        for attempt in attempts where invalid.contains(attempt.destination) {
            try reject(attempt, words: CauseSentence.invalidNumber)
        }
        attempts.removeAll { invalid.contains($0.destination) }

        // Which uuid is whose is nowhere promised; by position is a guess, and only if the numbers of both agree.
        guard isOneForEach(uuids, attempts) else {
            try transaction.answer(
                batch.id,
                as: .unclear,
                answer: Doubt.miscounted(calls: uuids.count, destinations: attempts.count).sentence,
                at: now.wall
            )
            try doubtEach(of: attempts)
            return
        }
        try transaction.answer(batch.id, as: .accepted, answer: nil, at: now.wall)
        let confirmed = Set(attempts.filter(\.isConfirmed).compactMap(\.requestUUID))
        for (attempt, uuid) in zip(attempts, uuids) {
            try learn(.accepted, of: attempt) { attempt in
                guard attempt.requestUUID == nil, !confirmed.contains(uuid) else { return }
                attempt.requestUUID = uuid
                attempt.isConfirmed = batch.size == 1
            }
        }
    }

    private func isOneForEach(_ uuids: [CallUUID], _ attempts: [Attempt]) -> Bool {
        if Mutant.uuidCountIgnored.isActive { return true }
        return Set(uuids).count == attempts.count
    }

    private mutating func putInDoubt(_ batch: Batch, because doubt: Doubt) throws {
        try transaction.answer(batch.id, as: .unclear, answer: doubt.sentence, at: now.wall)
        try doubtEach(of: try transaction.attempts(in: batch.id))
        let name = try campaign(batch.campaign)?.name ?? ""
        notify(.batchInDoubt(campaign: name, destinations: batch.size, doubt: doubt))
    }

    private mutating func doubtEach(of attempts: [Attempt]) throws {
        if Mutant.doubtIsPutBack.isActive { return try attempts.forEach { try putBack($0) } }
        let firstLook = now.wall + Self.firstLook
        for attempt in attempts {
            try learn(.doubted, of: attempt) { attempt in
                if attempt.state == .dialing { attempt.checkAt = firstLook }
            }
        }
    }

    private mutating func refuse(_ batch: Batch, _ refusal: Refusal) throws {
        try transaction.answer(batch.id, as: .refused, answer: refusal.sentence, at: now.wall)
        switch refusal {
        case .badRequest(let status, let message):
            try refuseDestinations(of: batch, refusal, status: status, message: message)
        case .forbidden(let message):
            try refuseDestinations(of: batch, refusal, status: 403, message: message)
        case .unauthorized, .paymentRequired, .notFound:
            for attempt in try transaction.attempts(in: batch.id) { try putBack(attempt) }
            try haltAll(because: .account(refusal))
        case .rateLimited(let retryAfter):
            for attempt in try transaction.attempts(in: batch.id) { try putBack(attempt) }
            holdBack(atLeast: retryAfter, because: refusal)
        case .neverConnected:
            for attempt in try transaction.attempts(in: batch.id) { try putBack(attempt) }
            holdBack(atLeast: nil, because: refusal)
        }
    }

    /// One destination may be to blame: a bulk is split in halves until it stands alone and ends as rejected.
    private mutating func refuseDestinations(of batch: Batch, _ refusal: Refusal, status: Int, message: String) throws {
        memory.refusals[batch.campaign, default: 0] += 1
        let name = try campaign(batch.campaign)?.name ?? ""
        notify(.batchRefused(campaign: name, destinations: batch.size, status: status, message: message))
        let isHalting = memory.refusals[batch.campaign, default: 0] >= Self.refusalsBeforeHalt
        for attempt in try transaction.attempts(in: batch.id) {
            if batch.size == 1, !isHalting {
                try reject(attempt, words: message)
            } else {
                try putBack(attempt, cap: Self.half(of: batch.size))
            }
        }
        if isHalting {
            memory.refusals[batch.campaign] = nil
            try halt(batch.campaign, because: .refusals(count: Self.refusalsBeforeHalt, last: refusal))
        }
    }

    private static func half(of size: Int) -> Int {
        if Mutant.splitKeepsSize.isActive { return size }
        return (size + 1) / 2
    }

    private mutating func holdBack(atLeast asked: Duration?, because refusal: Refusal) {
        let wait = memory.backoff.fail(atLeast: asked, using: &memory.generator)
        let until = now.monotonic + wait
        if memory.heldUntil.map({ until > $0 }) ?? true { memory.heldUntil = until }
        memory.heldReason = refusal
        notify(.holdingBack(seconds: wait.inSeconds, reason: refusal.sentence))
    }

    /// Credentials, balance or address: no campaign can dial.
    mutating func haltAll(because cause: HaltCause) throws {
        for campaign in try transaction.activeCampaigns() { try halt(campaign.id, because: cause) }
    }

    mutating func halt(_ id: CampaignID, because cause: HaltCause) throws {
        guard case .move = try transaction.apply(.halted(cause), to: id), let name = try campaign(id)?.name else {
            return
        }
        notify(.campaignHalted(name: name, reason: CampaignReason.halted(cause, campaign: name).sentence))
    }
}
