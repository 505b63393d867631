import DialerCore
import DialerStore

/// The active-call scan: which calls in doubt are on Plivo's lists of calls that have not ended.
extension EngineStep {
    /// Asks for what the scan needs next; concludes the scan after all answers.
    mutating func advance(_ scan: ActiveCallScan) throws {
        if Mutant.listsNotRead.isActive { return try conclude(scan) }
        var scan = scan
        if let list = scan.list, !scan.isAwaiting, lookupBudget > 0 {
            scan.isAwaiting = true
            ask(.list(scan.id, list))
        }
        while scan.list == nil, lookupBudget > 0, let next = scan.toDescribe.popLast() {
            scan.asked[next.uuid] = next.list
            ask(.describe(scan.id, next.uuid, next.list))
        }
        memory.reconciliation.update(scan)
        if scan.isComplete { try conclude(scan) }
    }

    mutating func settleList(_ id: ReconciliationID, _ result: Result<[CallUUID], LookupFailure>) throws {
        guard var scan = memory.reconciliation.scan(id), let list = scan.list else { return }
        guard case .success(let uuids) = result else { return abandonReconciliation(after: result) }
        memory.lookupHold.succeed()
        // A call on both lists has gone from the queued list to the live list meanwhile.
        let latest = Set(uuids)
        scan.toDescribe.removeAll { latest.contains($0.uuid) }
        for uuid in uuids where try !transaction.isKnown(uuid) { scan.toDescribe.append((uuid, list)) }
        scan.list = list == .queued ? .live : nil
        scan.isAwaiting = false
        try advance(scan)
    }

    mutating func settleDescription(
        _ id: ReconciliationID,
        _ uuid: CallUUID,
        _ result: Result<LiveCall, LookupFailure>
    ) throws {
        guard var scan = memory.reconciliation.scan(id), let list = scan.asked.removeValue(forKey: uuid) else { return }
        switch result {
        case .success(let call): try consider(call, listedAs: list, &scan)
        case .failure(.notFound):
            // The call has left the list: from the queued list it goes to the live list, from the live list to the
            // records.
            if list == .queued { scan.toDescribe.append((uuid, .live)) }
        case .failure: return abandonReconciliation(after: result)
        }
        try advance(scan)
    }

    /// Looks for the attempt of a listed call: an attempt in doubt to the same number from the same caller ID. A call
    /// is not adopted if several attempts or calls fit, or if our call must be over. While such a call is listed, the
    /// lists prove nothing; afterwards its record decides.
    private func consider(_ call: LiveCall, listedAs list: CallList, _ scan: inout ActiveCallScan) throws {
        guard let destination = call.to, try !isKnown(call) else { return }
        let callerID = Mutant.strangersAdopted.isActive ? nil : call.from
        let candidates = try transaction.unidentifiedAttempts(to: destination, from: callerID)
        guard let attempt = candidates.first else { return }
        let isContested = try isContested(candidates, to: destination, from: call.from)
        if isContested || scan.found[attempt.id] != nil || now.wall > attempt.latestEnd {
            scan.isContested = true
            scan.found[attempt.id]?.hasRival = true
        } else {
            scan.found[attempt.id] = .init(call: call, list: list)
        }
    }

    private mutating func conclude(_ scan: ActiveCallScan) throws {
        memory.reconciliation.end()
        for (id, listed) in scan.found.sorted(by: { $0.key < $1.key }) { try adopt(listed, as: id) }
        let cleared = scan.isContested ? .epoch : scan.startedAt
        try transaction.noteUnlisted(since: cleared, at: now.wall, nextScanAfter: EnginePolicy.laterScan)
    }

    private func adopt(_ listed: ActiveCallScan.Listed, as id: AttemptID) throws {
        // A callback may have reported the call meanwhile.
        guard !listed.hasRival, let attempt = try transaction.attempt(id), attempt.requestUUID == nil,
            attempt.checkAt != nil, try !isKnown(listed.call)
        else { return }
        let event: AttemptEvent =
            switch (listed.list, listed.call.status?.lowercased()) {
            case (.queued, _): .accepted
            case (.live, "in-progress"): .answered
            case (.live, _): .ringing
            }
        try learn(event, of: attempt) { attempt in
            if attempt.withdrawal != nil { attempt.withdrawAt = now.wall }
            attempt.requestUUID = listed.call.requestUUID ?? listed.call.callUUID
            attempt.callUUID = listed.call.callUUID
            attempt.isConfirmed = true
            attempt.checkAt = attempt.latestEnd + limits.callbackGrace
        }
    }

    /// Whether an attempt has one of the call's uuids. On an older platform callbacks may have reported only one of the
    /// two (docs/plivo.md, "Bulk requests and uuids").
    private func isKnown(_ call: LiveCall) throws -> Bool {
        if try transaction.isKnown(call.callUUID) { return true }
        guard let requestUUID = call.requestUUID else { return false }
        return try transaction.isKnown(requestUUID)
    }
}
