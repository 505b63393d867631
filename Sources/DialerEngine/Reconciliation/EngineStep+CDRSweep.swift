import DialerCore
import DialerStore

/// The CDR sweep: which calls in doubt Plivo's records show, and which are proven not to have been placed.
extension EngineStep {
    /// The batches to sweep together: they have the caller ID of the oldest batch whose grace has passed. Nil: none is
    /// due.
    func batchesToSweep() throws -> [Batch]? {
        let batches = try transaction.batchesToSweep(unlistedBy: now.wall - limits.callbackGrace)
        return batches.first.map { oldest in batches.filter { $0.callerID == oldest.callerID } }
    }

    func sweep(for batches: [Batch], _ id: ReconciliationID) throws -> CDRSweep {
        let first = batches.map(\.createdAt).min() ?? now.wall
        let last = batches.compactMap(\.unlistedAt).max() ?? now.wall
        let callerID = batches[0].callerID
        var query = CallRecordQuery(
            from: callerID,
            endedFrom: first - EnginePolicy.clockTolerance,
            endedTo: last + EnginePolicy.clockTolerance
        )
        let doubtful = try batches.flatMap { try transaction.unidentifiedAttempts(in: $0.id) }
        if doubtful.count == 1 { query.to = doubtful.first?.destination }
        return CDRSweep(id: id, callerID: callerID, batches: batches.map(\.id), query: query)
    }

    /// Asks for the next page.
    mutating func advance(_ sweep: CDRSweep) {
        var sweep = sweep
        if !sweep.isAwaiting, lookupBudget > 0 {
            sweep.isAwaiting = true
            ask(.listRecords(sweep.id, sweep.query))
        }
        memory.reconciliation.update(sweep)
    }

    mutating func settleRecordPage(_ id: ReconciliationID, _ result: Result<CallRecordPage, LookupFailure>) throws {
        guard var sweep = memory.reconciliation.sweep(id) else { return }
        guard case .success(let page) = result else {
            abandonReconciliation(after: result)
            if Mutant.failedSweepProves.isActive { try conclude(sweep) }
            return
        }
        memory.lookupHold.succeed()
        sweep.isAwaiting = false
        for record in page.records where sweep.seen.insert(record.callUUID).inserted {
            try match(record, &sweep)
        }
        sweep.query.offset = page.offset + page.records.count
        let isLastPage = page.records.isEmpty || sweep.query.offset >= page.totalCount
        guard isLastPage || Mutant.sweepReadsOnePage.isActive else { return advance(sweep) }
        memory.reconciliation.end()
        // Records may have moved between two pages. Records that were not read prove nothing, so the sweep begins anew.
        if sweep.seen.count >= page.totalCount || Mutant.sweepReadsOnePage.isActive { try conclude(sweep) }
    }

    private func match(_ record: CallRecord, _ sweep: inout CDRSweep) throws {
        guard record.isOutbound, let destination = record.to, record.from ?? sweep.callerID == sweep.callerID,
            try !transaction.isKnown(record.callUUID)
        else { return }
        let candidates = try transaction.unidentifiedAttempts(to: destination, from: sweep.callerID)
            .filter { attempt in
                guard let initiatedAt = record.initiatedAt else { return true }
                return initiatedAt >= attempt.createdAt - EnginePolicy.clockTolerance
            }
        guard !candidates.isEmpty else { return }
        let isRepeated = sweep.matches.updateValue(record, forKey: destination) != nil
        let isContested = try isContested(candidates, to: destination, from: sweep.callerID)
        if isRepeated || isContested { sweep.contested.insert(destination) }
    }

    /// Settles the calls after a complete sweep. A call without a record was not placed, or its end stays unknown. A
    /// record that may belong to several calls settles none of them.
    private mutating func conclude(_ sweep: CDRSweep) throws {
        var found = 0
        var notPlaced = 0
        var unknown = 0
        for id in sweep.batches {
            guard let batch = try transaction.batch(id) else { continue }
            let policy = try campaign(batch.campaign)?.settings.inDoubt ?? .hold
            for attempt in try transaction.unidentifiedAttempts(in: id) {
                let isContested = sweep.contested.contains(attempt.destination)
                let isProven = attempt.state == .inDoubt && !batch.isClockSuspect && !isContested
                if !isContested, let record = sweep.matches[attempt.destination] {
                    try end(attempt, record.end, isCallRecord: true) { $0.identify(callUUID: record.callUUID) }
                    found += 1
                } else if attempt.state != .inDoubt, !isContested {
                    try sweepAgain(for: attempt)
                } else if policy == .redial, isProven {
                    try release(attempt)
                    notPlaced += 1
                } else {
                    try giveUp(on: attempt)
                    unknown += 1
                }
            }
        }
        notify(.doubtSettled(found: found, notPlaced: notPlaced, unknown: unknown))
    }

    /// Keeps looking for a call that Plivo has accepted, because its record is only late: until `give_up_after`.
    private func sweepAgain(for attempt: Attempt) throws {
        try transaction.update(attempt) { attempt in
            attempt.checks += 1
            attempt.checkAt = now.wall + wait(afterChecks: attempt.checks)
        }
        try transaction.forgetUnlisted(attempt.batch)
    }
}
