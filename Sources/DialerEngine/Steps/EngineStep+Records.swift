import DialerCore
import DialerStore

/// Looking up calls whose hangup callback is overdue.
extension EngineStep {
    /// The share of the API's rate that look-ups leave to dialling.
    private static var shareForDialling: Int { 2 }

    private static var newsworthyFailures: Int { 4 }

    /// Requests that look-ups may make now.
    var lookupBudget: Int {
        if let until = memory.lookupsHeldUntil, until > now.monotonic { return 0 }
        return memory.apiRequests.available(at: now.monotonic) / Self.shareForDialling
    }

    /// Asks for the CDRs of overdue calls, as far as the API's rate allows.
    mutating func lookUpOverdueCalls() throws {
        let budget = lookupBudget
        guard budget > 0 else { return }
        for old in try transaction.attemptsToCheck(at: now.wall, limit: budget) {
            guard let uuid = old.callUUID ?? old.requestUUID else { continue }
            var attempt = old
            attempt.checks += 1
            // The next look, should this one bring nothing; so a crash before its answer loses nothing.
            attempt.checkAt = now.wall + wait(afterChecks: attempt.checks)
            try transaction.save(attempt, was: old)
            ask(.lookUp(attempt.id, uuid))
        }
    }

    mutating func settle(_ id: AttemptID, _ result: Result<CallRecord, LookupFailure>) throws {
        guard let attempt = try transaction.attempt(id) else { return }
        switch result {
        case .success(let record):
            memory.lookupBackoff.succeed()
            try settle(attempt, record)
        case .failure(.notFound):
            memory.lookupBackoff.succeed()
            guard attempt.checkAt != nil else { return }
            if isProvenWithdrawn(attempt) {
                try takeBack(attempt)
            } else if isPastHope(attempt) {
                try giveUp(on: attempt)
            } else if mayGoByAnotherUUID(attempt) {
                try forgetUUID(of: attempt)
            }
        case .failure(let failure): holdLookups(after: failure)
        }
    }

    /// Over for certain, and no record has its uuid: a guess by position that may be wrong, or, where only the answer has
    /// named it, that of a request on an older platform, whose calls have another (plivo-facts, section 2).
    private func mayGoByAnotherUUID(_ attempt: Attempt) -> Bool {
        guard now.wall >= attempt.latestEnd, attempt.callUUID == nil else { return false }
        // On the present platform the record of what is no guess is only late: half of the patience is for that.
        return !attempt.isConfirmed || now.wall >= attempt.latestEnd + patience / 2
    }

    /// No record bears the uuid out: the lists and the sweep over all records tell by number.
    private mutating func forgetUUID(of old: Attempt) throws {
        guard old.checkAt != nil else { return }
        var attempt = old
        attempt.isConfirmed = false
        attempt.requestUUID = nil
        attempt.callUUID = nil
        attempt.checkAt = now.wall
        try transaction.save(attempt, was: old)
    }

    /// A CDR names the destination, so it settles that one's call, whoever was thought to own the uuid.
    private mutating func settle(_ asked: Attempt, _ record: CallRecord) throws {
        let owner =
            try record.to.map { $0 == asked.destination ? asked : try transaction.attempt(in: asked.batch, to: $0) }
            ?? asked
        if Mutant.uuidsTrustedByPosition.isActive {
            return try end(asked, record.end, isCallRecord: true) { $0.identify(callUUID: record.callUUID) }
        }
        if owner?.id != asked.id, !asked.isConfirmed { try forgetUUID(of: asked) }
        guard let owner else { return }
        try end(owner, record.end, isCallRecord: true) { attempt in
            attempt.identify(callUUID: record.callUUID)
        }
    }

    private func isPastHope(_ attempt: Attempt) -> Bool {
        now.wall >= attempt.latestEnd + patience
    }

    /// How long after the latest moment at which a call can have ended there is hope.
    var patience: Duration {
        if Mutant.givesUpAtOnce.isActive { return .zero }
        return limits.giveUpAfter
    }

    /// From the grace itself, doubling to ten minutes: a CDR comes seconds after the hangup (plivo-facts, 4.6), so
    /// what is not there soon is a call that is still queued or talking.
    func wait(afterChecks checks: Int) -> Duration {
        let base = max(.seconds(1), min(limits.callbackGrace, .seconds(30)))
        return Backoff.wait(base: base, cap: .seconds(600), failures: checks - 1)
    }

    /// A look-up that failed proves nothing; the next ones wait a while.
    mutating func holdLookups(after failure: LookupFailure) {
        var asked: Duration?
        if case .rateLimited(let retryAfter) = failure { asked = retryAfter }
        let wait = memory.lookupBackoff.fail(atLeast: asked, using: &memory.generator)
        memory.lookupsHeldUntil = now.monotonic + wait
        // One that fails now and then is no news.
        if memory.lookupBackoff.failures >= Self.newsworthyFailures {
            notify(.lookupsFailing(reason: failure.sentence))
        }
    }
}

extension Attempt {
    /// Plivo's record names the call. The request's uuid stays if a callback has confirmed it: on an older platform the
    /// two differ (plivo-facts, section 2).
    mutating func identify(callUUID uuid: CallUUID) {
        if !isConfirmed || requestUUID == nil { requestUUID = uuid }
        callUUID = uuid
        isConfirmed = true
    }
}
