import DialerCore
import DialerStore

/// Looking up the records of calls whose hangup callback is overdue.
extension EngineStep {
    /// The number of requests that look-ups may make now.
    var lookupBudget: Int {
        if memory.lookupHold.cause(at: now.monotonic) != nil { return 0 }
        return memory.apiRequests.available(at: now.monotonic) / EnginePolicy.lookupShare
    }

    /// How long the end of a call is looked for after the latest moment at which the call can have ended.
    var giveUpTime: Duration { Mutant.givesUpAtOnce.isActive ? .zero : limits.giveUpAfter }

    /// Asks for the CDRs of overdue calls, as far as the API's rate allows.
    mutating func lookUpOverdueCalls() throws {
        let budget = lookupBudget
        guard budget > 0 else { return }
        for attempt in try transaction.attemptsToCheck(at: now.wall, limit: budget) {
            guard let uuid = attempt.callUUID ?? attempt.requestUUID else { continue }
            // The time of the next look-up is written first, so that a crash before the answer loses nothing.
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

    /// The attempt whose call Plivo described when it was asked for the uuid of `asked`. This is `asked` itself if the
    /// uuid is confirmed or the request had one destination, because Plivo may spell the destination differently from
    /// the request; otherwise the attempt to that destination. Nil: no attempt of the batch.
    func owner(of asked: Attempt, named uuid: CallUUID, to destination: Destination?) throws -> Attempt? {
        if Mutant.uuidsTrustedByPosition.isActive { return asked }
        guard let destination, destination != asked.destination else { return asked }
        if asked.isConfirmed, [asked.requestUUID, asked.callUUID].contains(uuid) { return asked }
        if try transaction.batch(asked.batch)?.size == 1 { return asked }
        return try transaction.attempt(in: asked.batch, to: destination)
    }

    /// Whether the call is certainly over and may have another uuid than the attempt's, for which there is no record:
    /// the uuid is a guess by position, or only the answer has named it and the request went to an older platform,
    /// whose calls have another uuid (docs/plivo.md, "Bulk requests and uuids").
    private func mayHaveAnotherUUID(_ attempt: Attempt) -> Bool {
        guard now.wall >= attempt.latestEnd, attempt.callUUID == nil else { return false }
        // On the present platform the record of a uuid that is no guess is only late. It gets half of the time to come.
        return !attempt.isConfirmed || now.wall >= attempt.latestEnd + giveUpTime / 2
    }

    /// Removes a uuid for which there is no record: the scan and the sweep then look for the call by its number.
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

    /// Pauses look-ups after a failure, which proves nothing.
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
