import DialerCore
import DialerStore

/// What a callback tells.
extension EngineStep {
    /// A callback for a call that is unknown, or of an archived campaign, changes nothing.
    mutating func settle(_ callback: CallbackEvent) throws {
        guard let batch = try transaction.batch(token: callback.token),
            try campaign(batch.campaign)?.archivedAt == nil,
            let attempt = try attempt(of: callback, in: batch)
        else { return }
        // A call that was withdrawn has left the queue out of turn.
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

    /// The call that a callback speaks of: the only one of its batch, or that of a confirmed uuid, or the call to `To`. A
    /// uuid that is a guess names no call: it could give one contact another's outcome. `To` comes last, because Plivo may
    /// spell it otherwise than it was handed over.
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
    /// The first sign of ringing tells when the call has to be over.
    fileprivate mutating func expect(endBy latestEnd: WallTime, grace: Duration) {
        guard checkAt != nil, rangAt == nil else { return }
        self.latestEnd = latestEnd
        checkAt = latestEnd + grace
    }
}
