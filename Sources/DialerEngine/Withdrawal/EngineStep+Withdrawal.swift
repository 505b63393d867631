import DialerCore
import DialerStore

/// Withdrawing calls that wait in Plivo's queue, because their campaign is canceled or paused, or because their number
/// was added to the do-not-call list.
///
/// Each call is looked up in the queue just before it is deleted: a call that has begun to ring keeps its own outcome,
/// and a uuid guessed by position must not end another contact's call. A call counts as withdrawn after Plivo has
/// confirmed the DELETE and the call's end is reported, or no record arrives in time.
extension EngineStep {
    mutating func withdrawCalls() throws {
        if Mutant.queueNotWithdrawn.isActive { return }
        // Each call takes two requests: one asks where the call is, the other is the DELETE.
        for attempt in try transaction.attemptsToWithdraw(at: now.wall, limit: lookupBudget / 2) {
            guard let uuid = attempt.requestUUID else { continue }
            try transaction.update(attempt) { $0.withdrawAt = now.wall + withdrawalInterval(of: attempt) }
            ask(Mutant.withdrawsUnseen.isActive ? .withdraw(attempt.id, uuid) : .locate(attempt.id, uuid))
        }
    }

    /// Handles the answer about whether a call that is to be withdrawn waits in Plivo's queue.
    mutating func settleLocation(_ id: AttemptID, _ result: Result<LiveCall, LookupFailure>) throws {
        guard let asked = try transaction.attempt(id), asked.isToBeWithdrawn else { return }
        switch result {
        case .success(let call):
            memory.lookupHold.succeed()
            guard let owner = try identify(call, askedFor: asked), owner.isToBeWithdrawn,
                memory.apiRequests.available(at: now.monotonic) > 0
            else { return }
            ask(.withdraw(owner.id, call.callUUID))
        case .failure(.notFound):
            memory.lookupHold.succeed()
            try noteNotQueued(asked)
        case .failure(let failure): holdLookups(after: failure)
        }
    }

    mutating func settleWithdrawal(_ id: AttemptID, _ result: Result<Void, LookupFailure>) throws {
        guard let attempt = try transaction.attempt(id), attempt.withdrawal != nil, attempt.checkAt != nil else {
            return
        }
        switch result {
        case .success:
            memory.lookupHold.succeed()
            try transaction.update(attempt) { attempt in
                attempt.withdrawAt = nil
                attempt.withdrawnAt = now.wall
                expectRecord(of: &attempt)
            }
        case .failure(.notFound):
            memory.lookupHold.succeed()
            try noteNotQueued(attempt)
        case .failure(let failure): holdLookups(after: failure)
        }
    }

    /// The outcome that is assumed for a call whose DELETE Plivo confirmed, if neither a sign of life nor a record has
    /// come since. Nil: it is too early, or the DELETE is not confirmed.
    ///
    /// Plivo confirms the DELETE of a ringing or answered call as well, so a missing record does not prove that no
    /// person was called: a contact that would be called again ends as unknown instead.
    func outcomeOfConfirmedWithdrawal(of attempt: Attempt) -> Outcome? {
        guard attempt.state == .queued, let withdrawnAt = attempt.withdrawnAt, let withdrawal = attempt.withdrawal
        else {
            return nil
        }
        if let outcome = withdrawal.outcome { return now.wall >= withdrawnAt + limits.callbackGrace ? outcome : nil }
        return now.wall >= attempt.latestEnd + limits.callbackGrace ? .unknown : nil
    }

    /// The wait until Plivo is asked again: longer for a call that has waited long.
    private func withdrawalInterval(of attempt: Attempt) -> Duration {
        let age = now.wall - attempt.createdAt
        return max(EnginePolicy.shortestWithdrawalInterval, age / EnginePolicy.withdrawalIntervalShare)
    }

    /// Gives the uuid of a call in the queue to the attempt to the call's number, whichever attempt had the uuid
    /// before.
    ///
    /// - Returns: the attempt to the call's number; nil if it is unknown, or has ended.
    private func identify(_ call: LiveCall, askedFor asked: Attempt) throws -> Attempt? {
        let owner = try owner(of: asked, named: call.callUUID, to: call.to)
        if owner?.id != asked.id {
            try transaction.update(asked) { asked in
                asked.forgetUUID()
                // A scan soon finds the uuid of the attempt that was asked for.
                asked.checkAt = now.wall
            }
        }
        guard let owner, owner.checkAt != nil else { return nil }
        return try transaction.update(owner) { $0.identify(callUUID: call.callUUID) }
    }

    /// Notes that the call is not in the queue: it has begun, or is over, perhaps by a DELETE whose answer was lost, so
    /// it cannot be withdrawn. If the call's uuid is a guess, this proves nothing until the call must be over.
    private func noteNotQueued(_ attempt: Attempt) throws {
        guard attempt.isConfirmed || now.wall >= attempt.latestEnd else { return }
        try transaction.update(attempt) { attempt in
            attempt.withdrawAt = nil
            expectRecord(of: &attempt)
        }
    }

    /// Has the record looked up soon, not only after the latest moment at which the call can have ended: its callback
    /// may have been lost.
    private func expectRecord(of attempt: inout Attempt) {
        attempt.checkAt = attempt.checkAt.map { min($0, now.wall + EnginePolicy.withdrawnRecordDelay) }
    }
}

extension Attempt {
    fileprivate var isToBeWithdrawn: Bool { state == .queued && withdrawal != nil && withdrawAt != nil }
}
