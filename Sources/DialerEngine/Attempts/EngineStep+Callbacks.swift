import DialerCore
import DialerStore

/// What a callback reports.
extension EngineStep {
    /// Applies a callback. A callback for an unknown call, or for a call of an archived campaign, changes nothing.
    mutating func settle(_ callback: CallbackEvent) throws {
        guard let batch = try transaction.batch(token: callback.token),
            try campaign(batch.campaign)?.archivedAt == nil,
            let attempt = try attempt(of: callback, in: batch)
        else { return }
        // A withdrawn call has left the queue out of turn.
        let isOutOfTurn = callback.kind == .hangup && attempt.withdrawal != nil && attempt.rangAt == nil
        if callback.kind != .machine, !isOutOfTurn { memory.queue.noteCallBegun(in: batch.id) }
        let arguments = try arguments(of: batch)
        try planWebhook(for: callback, arguments, batch.campaign)
        let latestEnd = now.wall + arguments.longestFromRing
        let grace = limits.callbackGrace
        let identify = { (attempt: inout Attempt) in
            attempt.requestUUID = callback.requestUUID ?? callback.callUUID ?? attempt.requestUUID
            attempt.callUUID = callback.callUUID ?? attempt.callUUID
            attempt.isConfirmed = attempt.requestUUID != nil
            attempt.isMachine = attempt.isMachine || callback.isMachine
        }
        switch callback.kind {
        case .ring:
            try learn(.ringing, of: attempt) { attempt in
                identify(&attempt)
                attempt.expect(endBy: latestEnd, grace: grace)
            }
        case .answer, .machine:
            try learn(.answered, of: attempt) { attempt in
                identify(&attempt)
                attempt.expect(endBy: latestEnd, grace: grace)
            }
        case .hangup:
            try end(attempt, callback.end ?? CallEnd(), isCallRecord: false, update: identify)
        }
    }

    /// The call that a callback is about: the only call of its batch, or the call with a confirmed uuid, or the call to
    /// `To`. A guessed uuid is not used: it could give a contact the outcome of another. `To` comes last, because Plivo
    /// may spell the destination differently from the request.
    private func attempt(of callback: CallbackEvent, in batch: Batch) throws -> Attempt? {
        if batch.size == 1 { return try transaction.attempts(in: batch.id).first }
        for uuid in [callback.requestUUID, callback.callUUID].compactMap(\.self) {
            if let attempt = try transaction.attempt(in: batch.id, confirmedAs: uuid) { return attempt }
        }
        if let destination = callback.to { return try transaction.attempt(in: batch.id, to: destination) }
        guard Mutant.uuidGuessTold.isActive else { return nil }
        return try transaction.attempts(in: batch.id).first { $0.requestUUID == callback.requestUUID }
    }

    private mutating func arguments(of batch: Batch) throws -> CallArguments {
        let arguments = try campaign(batch.campaign)?.settings.arguments ?? [:]
        return arguments.merging(try transaction.overrides(batch.overrides)) { _, override in override }
    }
}

extension Attempt {
    /// Sets the time by which the call must be over. The first sign of ringing decides.
    fileprivate mutating func expect(endBy latestEnd: WallTime, grace: Duration) {
        guard checkAt != nil, rangAt == nil else { return }
        self.latestEnd = latestEnd
        checkAt = latestEnd + grace
    }
}
