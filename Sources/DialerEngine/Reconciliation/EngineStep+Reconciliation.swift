import DialerCore
import DialerStore

/// Settling calls in doubt by Plivo's lists of calls that have not ended, and then by its records.
///
/// Only this proves that a contact was not called: at an instant after the latest moment at which its call can have
/// ended, the queued and live lists held no call to the contact; and after a grace for records to be written, a
/// complete sweep over the caller ID's records of that period shows no call to it.
extension EngineStep {
    /// Begins a scan or sweep if one is due, or continues the one under way, as far as the API's rate allows.
    mutating func reconcile() throws {
        let latestEnd = now.wall - giveUpTime
        let most = EnginePolicy.callsGivenUpPerStep
        for attempt in try transaction.unidentifiedAttempts(endedBefore: latestEnd, limit: most) {
            try giveUp(on: attempt)
        }
        guard lookupBudget > 0 else { return }
        if memory.reconciliation.run == nil {
            if let batches = try batchesToSweep() {
                try memory.reconciliation.begin { [self] id in .sweep(try sweep(for: batches, id)) }
            } else if try transaction.hasDoubt(dueAt: now.wall) {
                memory.reconciliation.begin { [now] id in .scan(ActiveCallScan(id: id, startedAt: now.wall)) }
            }
        }
        switch memory.reconciliation.run {
        case .scan(let scan): try advance(scan)
        case .sweep(let sweep): advance(sweep)
        case nil: break
        }
    }

    /// Ends the scan or sweep under way after a failed answer: it has proved nothing, and a new one begins.
    mutating func abandonReconciliation<Value>(after result: Result<Value, LookupFailure>) {
        memory.reconciliation.end()
        if case .failure(let failure) = result { holdLookups(after: failure) }
    }

    /// Whether evidence of a call may belong to several attempts: in doubt, under way, known only by a guessed uuid, or
    /// given up recently.
    func isContested(_ candidates: [Attempt], to: Destination, from callerID: String?) throws -> Bool {
        if Mutant.contestedEvidenceTrusted.isActive { return false }
        let oldest = candidates.map(\.createdAt).min() ?? now.wall
        let since = oldest - EnginePolicy.givenUpCallMemory
        return try candidates.count > 1 || transaction.hasUnsureCall(to: to, from: callerID, since: since)
    }
}
