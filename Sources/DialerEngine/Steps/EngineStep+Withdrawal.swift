import DialerCore
import DialerStore

/// Taking calls back that wait in Plivo's queue: their campaign is cancelled or paused, or the number has come onto the
/// do-not-call list.
///
/// Each call is looked at in the queue just before it is deleted: one that has begun to ring keeps its own outcome, and a
/// uuid that is a guess by position must not end another contact's call. Gone it is when Plivo has said so *and* a callback
/// or a record tells its end, or no record of it has come for as long as a record can take.
extension EngineStep {
    /// Until Plivo is asked again about a call that is still wanted back: longer for what has waited long.
    private func nextAsking(_ attempt: Attempt) -> Duration { max(.seconds(30), (now.wall - attempt.createdAt) / 8) }
    /// Until a record of a call that was just taken back is looked for.
    private static var firstProof: Duration { .seconds(5) }

    mutating func withdrawCalls() throws {
        if Mutant.queueNotWithdrawn.isActive { return }
        // Each is asked for twice: where it is, and back.
        for old in try transaction.attemptsToWithdraw(at: now.wall, limit: lookupBudget / 2) {
            guard let uuid = old.requestUUID else { continue }
            var attempt = old
            attempt.withdrawAt = now.wall + nextAsking(old)
            try transaction.save(attempt, was: old)
            if Mutant.withdrawsUnseen.isActive {
                ask(.withdraw(attempt.id, uuid))
                continue
            }
            ask(.locate(attempt.id, uuid))
        }
    }

    /// What Plivo's queue says of a call that is wanted back.
    mutating func settleLocation(_ id: AttemptID, _ result: Result<LiveCall, LookupFailure>) throws {
        guard let asked = try transaction.attempt(id), asked.isWantedBack else { return }
        switch result {
        case .success(let call):
            memory.lookupBackoff.succeed()
            guard let owner = try identify(call, askedFor: asked), owner.isWantedBack,
                memory.apiRequests.available(at: now.monotonic) > 0
            else { return }
            ask(.withdraw(owner.id, call.callUUID))
        case .failure(.notFound):
            memory.lookupBackoff.succeed()
            try noteNotQueued(asked)
        case .failure(let failure): holdLookups(after: failure)
        }
    }

    /// The call that is in the queue, whoever was thought to own its uuid.
    private func identify(_ call: LiveCall, askedFor asked: Attempt) throws -> Attempt? {
        let owner = try call.to.map { try transaction.attempt(in: asked.batch, to: $0) } ?? asked
        if owner?.id != asked.id, !asked.isConfirmed {
            var other = asked
            other.requestUUID = nil
            other.callUUID = nil
            // The lists tell soon which is its own.
            other.checkAt = now.wall
            try transaction.save(other, was: asked)
        }
        guard let old = owner, old.checkAt != nil else { return nil }
        var attempt = old
        attempt.identify(callUUID: call.callUUID)
        try transaction.save(attempt, was: old)
        return attempt
    }

    mutating func settleWithdrawal(_ id: AttemptID, _ result: Result<Void, LookupFailure>) throws {
        guard let old = try transaction.attempt(id), old.withdrawal != nil, old.checkAt != nil else { return }
        switch result {
        case .success:
            memory.lookupBackoff.succeed()
            var attempt = old
            attempt.withdrawAt = nil
            attempt.withdrawnAt = now.wall
            try transaction.save(attempt, was: old)
            try expectRecord(of: attempt)
        case .failure(.notFound):
            memory.lookupBackoff.succeed()
            try noteNotQueued(old)
        case .failure(let failure): holdLookups(after: failure)
        }
    }

    /// It has begun, or it is over, perhaps by a DELETE whose answer was lost: there is nothing left to take back. Of a
    /// call whose uuid is a guess this tells nothing, until it has to be over.
    private func noteNotQueued(_ old: Attempt) throws {
        guard old.isConfirmed || now.wall >= old.latestEnd else { return }
        var attempt = old
        attempt.withdrawAt = nil
        try transaction.save(attempt, was: old)
        try expectRecord(of: attempt)
    }

    /// Its end is looked up soon, not only after the latest moment at which it can have ended: nobody may have been told.
    private func expectRecord(of old: Attempt) throws {
        guard let planned = old.checkAt, planned > now.wall + Self.firstProof else { return }
        var attempt = old
        attempt.checkAt = now.wall + Self.firstProof
        try transaction.save(attempt, was: old)
    }

    /// Plivo said that it had taken the call back, and neither a sign of life nor a record of it has come since: there was
    /// no call.
    func isProvenWithdrawn(_ attempt: Attempt) -> Bool {
        guard attempt.state == .queued else { return false }
        return attempt.withdrawnAt.map { now.wall >= $0 + limits.callbackGrace } ?? false
    }

    mutating func takeBack(_ attempt: Attempt) throws {
        try end(attempt, CallEnd(causeCode: HangupCause.canceled, source: "API Request"), isCallRecord: false) { _ in }
    }
}

extension Attempt {
    fileprivate var isWantedBack: Bool { state == .queued && withdrawal != nil && withdrawAt != nil }
}
