import DialerCore
import DialerStore

/// What the answer to a make-call request means.
extension EngineStep {
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

    /// Puts the requests in doubt whose answers an earlier process had not recorded when it ended.
    mutating func recover() throws {
        let batches = try transaction.unansweredBatches()
        if Mutant.restartForgets.isActive { return }
        if Mutant.restartPutsBack.isActive {
            return try batches.flatMap { try transaction.attempts(in: $0.id) }.forEach { try release($0) }
        }
        for batch in batches { try putInDoubt(batch, because: .restarted) }
        if !batches.isEmpty { notify(.batchesInDoubtAfterRestart(count: batches.count)) }
        try closeFinished(try transaction.activeCampaigns().map(\.id))
        effects += try transaction.campaignsToExport().map(Effect.export)
    }

    private mutating func accept(_ batch: Batch, uuids: [CallUUID], invalidNumbers: [String]) throws {
        memory.dialingHold.succeed()
        memory.failures.noteAcceptance(of: batch.campaign)
        var attempts = try transaction.attempts(in: batch.id)
        let invalid = Set(invalidNumbers.compactMap(Destination.init(reported:)))
        for attempt in attempts where invalid.contains(attempt.destination) {
            try reject(attempt, answer: CauseSentence.invalidNumber)
        }
        attempts.removeAll { invalid.contains($0.destination) }

        // Plivo does not document the order of the uuids: matching by position is a guess, and needs one uuid a
        // destination.
        guard Set(uuids).count == attempts.count || Mutant.uuidCountIgnored.isActive else {
            try transaction.answer(
                batch.id,
                as: .unclear,
                answer: Doubt.miscounted(calls: uuids.count, destinations: attempts.count).sentence,
                at: now.wall
            )
            return try doubtEach(of: attempts)
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

    private mutating func putInDoubt(_ batch: Batch, because doubt: Doubt) throws {
        try transaction.answer(batch.id, as: .unclear, answer: doubt.sentence, at: now.wall)
        try doubtEach(of: try transaction.attempts(in: batch.id))
        notify(.batchInDoubt(campaign: try campaignName(batch.campaign), destinations: batch.size, doubt: doubt))
    }

    private mutating func doubtEach(of attempts: [Attempt]) throws {
        if Mutant.doubtIsPutBack.isActive { return try attempts.forEach { try release($0) } }
        let firstScan = now.wall + EnginePolicy.firstScan
        for attempt in attempts {
            try learn(.doubted, of: attempt) { attempt in
                if attempt.state == .dialing { attempt.checkAt = firstScan }
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
            try releaseAll(of: batch)
            try haltAll(because: .account(refusal))
        case .rateLimited(let retryAfter):
            try releaseAll(of: batch)
            holdDialing(atLeast: retryAfter, because: refusal)
        case .neverConnected:
            try releaseAll(of: batch)
            holdDialing(atLeast: nil, because: refusal)
        }
    }

    private func releaseAll(of batch: Batch, cap: Int? = nil) throws {
        for attempt in try transaction.attempts(in: batch.id) { try release(attempt, cap: cap) }
    }

    /// One destination may be to blame: a bulk request is split in halves until that destination is alone in its
    /// request and ends as rejected.
    private mutating func refuseDestinations(of batch: Batch, _ refusal: Refusal, status: Int, message: String) throws {
        let name = try campaignName(batch.campaign)
        notify(.batchRefused(campaign: name, destinations: batch.size, status: status, message: message))
        let isHalting = memory.failures.noteRefusal(of: batch.campaign)
        if batch.size == 1, !isHalting {
            for attempt in try transaction.attempts(in: batch.id) { try reject(attempt, answer: message) }
        } else {
            try releaseAll(of: batch, cap: Mutant.splitKeepsSize.isActive ? batch.size : (batch.size + 1) / 2)
        }
        guard isHalting else { return }
        try halt(batch.campaign, because: .refusals(count: EnginePolicy.refusalsBeforeHalt, last: refusal))
    }

    private mutating func holdDialing(atLeast asked: Duration?, because refusal: Refusal) {
        let wait = memory.dialingHold.fail(
            because: refusal,
            atLeast: asked,
            at: now.monotonic,
            using: &memory.generator
        )
        notify(.holdingBack(seconds: wait.inSeconds, reason: refusal.sentence))
    }
}
