import DialerCore
import DialerStore

/// What a callback tells.
extension EngineStep {
    /// A callback for a call that is not ours, or not any more, changes nothing.
    mutating func settle(_ callback: CallbackEvent) throws {
        guard let batch = try transaction.batch(token: callback.token),
            let attempt = try attempt(of: callback, in: batch)
        else { return }
        if callback.kind != .machine { memory.front = max(memory.front, batch.id) }
        let campaign = try campaign(batch.campaign)
        let arguments = campaign?.settings.arguments ?? [:]
        let identify = { (attempt: inout Attempt) in
            attempt.requestUUID = callback.requestUUID ?? callback.callUUID ?? attempt.requestUUID
            attempt.callUUID = callback.callUUID ?? attempt.callUUID
            attempt.isConfirmed = attempt.requestUUID != nil
            attempt.isMachine = attempt.isMachine || callback.isMachine
        }
        switch callback.kind {
        case .ring:
            let latestEnd = now.wall + (try longestFromRing(batch, arguments))
            try learn(.ringing, of: attempt) { attempt in
                identify(&attempt)
                expect(&attempt, endBy: latestEnd)
            }
        case .answer, .machine:
            let latestEnd = now.wall + (try longestFromRing(batch, arguments))
            try learn(.answered, of: attempt) { attempt in
                identify(&attempt)
                expect(&attempt, endBy: latestEnd)
            }
        case .hangup:
            try end(attempt, callback.end ?? CallEnd(), isCallRecord: false, update: identify)
        }
    }

    /// The call that a callback speaks of: `To` names it within the batch. Without `To` only a uuid that is already
    /// confirmed can, or the batch having one destination; a guess could give one contact another's outcome.
    private func attempt(of callback: CallbackEvent, in batch: Batch) throws -> Attempt? {
        if let destination = callback.to {
            return try transaction.attempt(in: batch.id, to: destination)
        }
        let attempts = try transaction.attempts(in: batch.id)
        if attempts.count == 1 { return attempts.first }
        let uuids = Set([callback.requestUUID, callback.callUUID].compactMap { $0 })
        return attempts.first { attempt in
            attempt.isConfirmed && attempt.requestUUID.map(uuids.contains) ?? false
        }
    }

    private func longestFromRing(_ batch: Batch, _ arguments: CallArguments) throws -> Duration {
        arguments.merging(try transaction.overrides(batch.overrides)) { _, override in override }.longestFromRing
    }

    private func expect(_ attempt: inout Attempt, endBy latestEnd: WallTime) {
        guard attempt.checkAt != nil, attempt.rangAt == nil else { return }
        attempt.latestEnd = latestEnd
        attempt.checkAt = latestEnd + limits.callbackGrace
    }
}
