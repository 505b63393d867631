import DialerCore
import DialerStore

/// Settling calls in doubt by Plivo's own books: its lists of calls that have not ended, then its records.
///
/// A contact is proven not to have been called only by this: at an instant after the latest moment at which its call can
/// have ended, the queued and live lists held no call to it; and a grace later, for records to be written, a complete
/// sweep over the caller ID's records of that time shows none.
extension EngineStep {
    /// Begins a scan or sweep if one is due, or goes on with the one under way, as far as the API's rate allows.
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

    /// An answer that failed has proved nothing: the scan or sweep begins anew.
    mutating func abandonReconciliation<Value>(after result: Result<Value, LookupFailure>) {
        memory.reconciliation.end()
        if case .failure(let failure) = result { holdLookups(after: failure) }
    }

    /// Whether evidence of a call may be of several attempts: in doubt, under way, known by a guess that may be wrong, or
    /// given up not long ago.
    func isContested(_ candidates: [Attempt], to: Destination, from callerID: String?) throws -> Bool {
        if Mutant.contestedEvidenceTrusted.isActive { return false }
        let oldest = candidates.map(\.createdAt).min() ?? now.wall
        let since = oldest - EnginePolicy.givenUpCallMemory
        return try candidates.count > 1 || transaction.hasUnsureCall(to: to, from: callerID, since: since)
    }
}
