import DialerCore
import DialerStore

/// Looking up the records of calls whose hangup callback is overdue.
extension EngineStep {
    /// Requests that look-ups may make now.
    var lookupBudget: Int {
        if memory.lookupHold.cause(at: now.monotonic) != nil { return 0 }
        return memory.apiRequests.available(at: now.monotonic) / EnginePolicy.lookupShare
    }

    /// How long after the latest moment at which a call can have ended its end is looked for.
    var giveUpTime: Duration { Mutant.givesUpAtOnce.isActive ? .zero : limits.giveUpAfter }

    /// Asks for the CDRs of overdue calls, as far as the API's rate allows.
    mutating func lookUpOverdueCalls() throws {
        let budget = lookupBudget
        guard budget > 0 else { return }
        for attempt in try transaction.attemptsToCheck(at: now.wall, limit: budget) {
            guard let uuid = attempt.callUUID ?? attempt.requestUUID else { continue }
            // The next look is written first, so that a crash before the answer loses nothing.
            try transaction.update(attempt) { attempt in
                attempt.checks += 1
                attempt.checkAt = now.wall + wait(afterChecks: attempt.checks)
            }
            ask(.lookUp(attempt.id, uuid))
        }
    }

    mutating func settleRecord(of id: AttemptID, _ result: Result<CallRecord, LookupFailure>) throws {
        guard let attempt = try transaction.attempt(id) else { return }
        switch result {
        case .success(let record):
            memory.lookupHold.succeed()
            try settle(attempt, record)
        case .failure(.notFound):
            memory.lookupHold.succeed()
            guard attempt.checkAt != nil else { return }
            if let outcome = outcomeOfConfirmedWithdrawal(of: attempt) {
                try assumeEnd(of: attempt, as: outcome)
            } else if now.wall >= attempt.latestEnd + giveUpTime {
                try giveUp(on: attempt)
            } else if mayHaveAnotherUUID(attempt) {
                try forgetUUID(of: attempt)
            }
        case .failure(let failure): holdLookups(after: failure)
        }
    }

    private mutating func settle(_ asked: Attempt, _ record: CallRecord) throws {
        let owner = try owner(of: asked, named: record.callUUID, to: record.to)
        if owner?.id != asked.id { try forgetUUID(of: asked) }
        guard let owner else { return }
        try end(owner, record.end, isCallRecord: true) { $0.identify(callUUID: record.callUUID) }
    }

    /// The attempt whose call Plivo described when it was asked for the uuid of `asked`: that one itself if the uuid is
    /// confirmed or the request had one destination, since Plivo may spell the destination otherwise than it was handed over;
    /// else the attempt to that destination. Nil: none of the batch.
    func owner(of asked: Attempt, named uuid: CallUUID, to destination: Destination?) throws -> Attempt? {
        if Mutant.uuidsTrustedByPosition.isActive { return asked }
        guard let destination, destination != asked.destination else { return asked }
        if asked.isConfirmed, [asked.requestUUID, asked.callUUID].contains(uuid) { return asked }
        if try transaction.batch(asked.batch)?.size == 1 { return asked }
        return try transaction.attempt(in: asked.batch, to: destination)
    }

    /// The call is over for certain, and no record has its uuid: a guess by position that may be wrong, or, where only the
    /// answer has named it, that of a request on an older platform, whose calls have another (docs/plivo.md, "Bulk requests
    /// and uuids").
    private func mayHaveAnotherUUID(_ attempt: Attempt) -> Bool {
        guard now.wall >= attempt.latestEnd, attempt.callUUID == nil else { return false }
        // On the present platform the record of a uuid that is no guess is only late: half of the time is for that.
        return !attempt.isConfirmed || now.wall >= attempt.latestEnd + giveUpTime / 2
    }

    /// No record bears the uuid out: the scan and the sweep tell by number.
    private func forgetUUID(of attempt: Attempt) throws {
        guard attempt.checkAt != nil else { return }
        try transaction.update(attempt) { attempt in
            attempt.forgetUUID()
            attempt.checkAt = now.wall
        }
    }

    func wait(afterChecks checks: Int) -> Duration {
        let base = max(.seconds(1), min(limits.callbackGrace, EnginePolicy.firstRecheck))
        return Backoff.wait(base: base, cap: EnginePolicy.longestRecheck, failures: checks - 1)
    }

    /// A look-up that failed proves nothing; the next ones wait a while.
    mutating func holdLookups(after failure: LookupFailure) {
        var asked: Duration?
        if case .rateLimited(let retryAfter) = failure { asked = retryAfter }
        _ = memory.lookupHold.fail(
            because: failure,
            atLeast: asked,
            at: now.monotonic,
            using: &memory.generator
        )
        if memory.lookupHold.failuresInARow >= EnginePolicy.lookupFailuresBeforeNotice {
            notify(.lookupsFailing(reason: failure.sentence))
        }
    }
}
