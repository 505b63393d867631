import DialerCore
import DialerStore

/// Settling doubt by Plivo's own books: its lists of calls that have not ended, then its records.
///
/// A contact is proven not to have been called only by this: at an instant after the latest moment at which its call can
/// have ended, the queued and live lists held no call to it; and a grace later, for records to be written, a complete
/// sweep over the caller ID's records of that time shows none.
extension EngineStep {
    /// A first look at the lists comes soon after the doubt: what is found there goes on as if nothing had happened.
    static var firstLook: Duration { .seconds(5) }
    private static var laterLook: Duration { .seconds(30) }
    private static var givenUpPerStep: Int { 500 }
    /// For so long a call that was given up may yet turn out to have been, even if a wrong clock dated it.
    private static var longestMemory: Duration { .seconds(86_400) }

    /// Begins an inquiry if one is due, or goes on with the one under way, as far as the API's rate allows.
    mutating func pursueDoubt() throws {
        let hopeless = now.wall - patience
        for attempt in try transaction.unidentifiedAttempts(endedBefore: hopeless, limit: Self.givenUpPerStep) {
            try giveUp(on: attempt)
        }
        guard lookupBudget > 0 else { return }
        if memory.inquiry == nil {
            if let sweep = try nextSweep() {
                memory.inquiry = .records(sweep)
            } else if try transaction.hasDoubt(dueAt: now.wall) {
                memory.inquiry = .lists(ListInquiry(id: nextInquiryID(), startedAt: now.wall))
                if Mutant.listsNotRead.isActive {
                    return try finish(ListInquiry(id: nextInquiryID(), startedAt: now.wall))
                }
            }
        }
        try goOn()
    }

    /// The caller ID of the oldest doubt whose grace has passed, with all its batches.
    private mutating func nextSweep() throws -> RecordInquiry? {
        let batches = try transaction.batchesToSweep(unlistedBy: now.wall - limits.callbackGrace)
        guard let callerID = batches.first?.callerID else { return nil }
        let ours = batches.filter { $0.callerID == callerID }
        let first = ours.map(\.createdAt).min() ?? now.wall
        let last = ours.compactMap(\.unlistedAt).max() ?? now.wall
        var query = CallRecordQuery(
            from: callerID,
            endedFrom: first - EngineMemory.clockTolerance,
            endedTo: last + EngineMemory.clockTolerance
        )
        let doubtful = try ours.flatMap { try transaction.unidentifiedAttempts(in: $0.id) }
        if doubtful.count == 1 { query.to = doubtful.first?.destination }
        return RecordInquiry(id: nextInquiryID(), callerID: callerID, batches: ours.map(\.id), query: query)
    }

    private mutating func goOn() throws {
        switch memory.inquiry {
        case .lists(var inquiry):
            if let list = inquiry.list, !inquiry.isAwaiting, lookupBudget > 0 {
                inquiry.isAwaiting = true
                ask(.list(inquiry.id, list))
            }
            while inquiry.list == nil, lookupBudget > 0, let next = inquiry.toDescribe.popLast() {
                inquiry.asked[next.uuid] = next.list
                ask(.describe(inquiry.id, next.uuid, next.list))
            }
            memory.inquiry = .lists(inquiry)
            if inquiry.isComplete { try finish(inquiry) }
        case .records(var inquiry) where !inquiry.isAwaiting && lookupBudget > 0:
            inquiry.isAwaiting = true
            memory.inquiry = .records(inquiry)
            ask(.listRecords(inquiry.id, inquiry.query))
        case .records, nil:
            break
        }
    }

    // MARK: Lists

    mutating func settleList(_ id: InquiryID, _ result: Result<[CallUUID], LookupFailure>) throws {
        guard case .lists(var inquiry)? = memory.inquiry, inquiry.id == id, let list = inquiry.list else { return }
        guard case .success(let uuids) = result else { return fail(result) }
        memory.lookupBackoff.succeed()
        // Whoever is on both lists has gone from the first to the second meanwhile.
        let latest = Set(uuids)
        inquiry.toDescribe.removeAll { latest.contains($0.uuid) }
        for uuid in uuids where try !transaction.isKnown(uuid) { inquiry.toDescribe.append((uuid, list)) }
        inquiry.list = list == .queued ? .live : nil
        inquiry.isAwaiting = false
        memory.inquiry = .lists(inquiry)
        try goOn()
    }

    mutating func settleDescription(
        _ id: InquiryID,
        _ uuid: CallUUID,
        _ result: Result<LiveCall, LookupFailure>
    ) throws {
        guard case .lists(var inquiry)? = memory.inquiry, inquiry.id == id,
            let list = inquiry.asked.removeValue(forKey: uuid)
        else { return }
        switch result {
        case .success(let call): try consider(call, listedAs: list, &inquiry)
        case .failure(.notFound):
            // It has left the list since: for the other one, or, from there, for the records.
            if list == .queued { inquiry.toDescribe.append((uuid, .live)) }
        case .failure: return fail(result)
        }
        memory.inquiry = .lists(inquiry)
        try goOn()
    }

    /// A call that has not ended is ours if it goes to somebody in doubt, from the caller ID that we used. Where it may be
    /// one of several, or is there when ours has to be over, nobody adopts it: as long as it is listed, the lists prove
    /// nothing, and then its record tells.
    private func consider(_ call: LiveCall, listedAs list: CallList, _ inquiry: inout ListInquiry) throws {
        guard let destination = call.to, try !isKnown(call) else { return }
        let candidates = try transaction.unidentifiedAttempts(to: destination, from: callerID(of: call))
        guard let attempt = candidates.first else { return }
        let isContested = try isContested(candidates, to: destination, from: call.from)
        if isContested || inquiry.found[attempt.id] != nil || now.wall > attempt.latestEnd {
            inquiry.isContested = true
            inquiry.found[attempt.id]?.hasRival = true
        } else {
            inquiry.found[attempt.id] = .init(call: call, list: list)
        }
    }

    private mutating func adopt(_ listed: ListInquiry.Listed, as id: AttemptID) throws {
        // A callback may have told meanwhile.
        guard !listed.hasRival, let attempt = try transaction.attempt(id), attempt.requestUUID == nil,
            attempt.checkAt != nil, try !isKnown(listed.call)
        else { return }
        let event: AttemptEvent =
            switch (listed.list, listed.call.status?.lowercased()) {
            case (.queued, _): .accepted
            case (.live, "in-progress"): .answered
            case (.live, _): .ringing
            }
        let grace = limits.callbackGrace
        let instant = now.wall
        try learn(event, of: attempt) { attempt in
            if attempt.withdrawal != nil { attempt.withdrawAt = instant }
            attempt.requestUUID = listed.call.requestUUID ?? listed.call.callUUID
            attempt.callUUID = listed.call.callUUID
            attempt.isConfirmed = true
            attempt.checkAt = attempt.latestEnd + grace
        }
    }

    /// On an older platform callbacks may have told the one uuid and not the other (plivo-facts, section 2).
    private func isKnown(_ call: LiveCall) throws -> Bool {
        if try transaction.isKnown(call.callUUID) { return true }
        guard let requestUUID = call.requestUUID else { return false }
        return try transaction.isKnown(requestUUID)
    }

    /// Whether evidence of a call may be of several of ours: in doubt, on the wire, known by a guess that may be wrong, or
    /// given up not long ago.
    private func isContested(_ candidates: [Attempt], to: Destination, from callerID: String?) throws -> Bool {
        if Mutant.contestedEvidenceTrusted.isActive { return false }
        let oldest = candidates.map(\.createdAt).min() ?? now.wall
        let since = oldest - Self.longestMemory
        return try candidates.count > 1 || transaction.hasUnsureCall(to: to, from: callerID, since: since)
    }

    private func callerID(of call: LiveCall) -> String? {
        if Mutant.strangersAdopted.isActive { return nil }
        return call.from
    }

    private mutating func finish(_ inquiry: ListInquiry) throws {
        memory.inquiry = nil
        for (id, listed) in inquiry.found.sorted(by: { $0.key < $1.key }) { try adopt(listed, as: id) }
        let cleared = inquiry.isContested ? .epoch : inquiry.startedAt
        try transaction.noteUnlisted(since: cleared, at: now.wall, patience: Self.laterLook)
    }

    // MARK: Records

    mutating func settleRecords(_ id: InquiryID, _ result: Result<CallRecordPage, LookupFailure>) throws {
        guard case .records(var inquiry)? = memory.inquiry, inquiry.id == id else { return }
        if Mutant.failedSweepProves.isActive, case .failure = result {
            memory.inquiry = nil
            return try conclude(inquiry)
        }
        guard case .success(let page) = result else { return fail(result) }
        memory.lookupBackoff.succeed()
        inquiry.isAwaiting = false
        for record in page.records where inquiry.seen.insert(record.callUUID).inserted {
            try match(record, &inquiry)
        }
        inquiry.query.offset = page.offset + page.records.count
        memory.inquiry = .records(inquiry)
        if Mutant.sweepReadsOnePage.isActive {
            memory.inquiry = nil
            return try conclude(inquiry)
        }
        guard page.records.isEmpty || inquiry.query.offset >= page.totalCount else { return try goOn() }
        // Records may have moved between two pages: what was not read proves nothing, so the sweep begins anew.
        memory.inquiry = nil
        if inquiry.seen.count >= page.totalCount { try conclude(inquiry) }
    }

    private func match(_ record: CallRecord, _ inquiry: inout RecordInquiry) throws {
        guard record.isOutbound, let destination = record.to, record.from ?? inquiry.callerID == inquiry.callerID,
            try !transaction.isKnown(record.callUUID)
        else { return }
        let candidates = try transaction.unidentifiedAttempts(to: destination, from: inquiry.callerID)
            .filter { attempt in
                guard let initiatedAt = record.initiatedAt else { return true }
                return initiatedAt >= attempt.createdAt - EngineMemory.clockTolerance
            }
        guard !candidates.isEmpty else { return }
        let isRepeated = inquiry.matches.updateValue(record, forKey: destination) != nil
        let isContested = try isContested(candidates, to: destination, from: inquiry.callerID)
        if isRepeated || isContested { inquiry.contested.insert(destination) }
    }

    /// The sweep was complete: what it did not show was not called, or nobody can tell. Where it shows what may be of
    /// several calls, it tells of none of them.
    private mutating func conclude(_ inquiry: RecordInquiry) throws {
        var found = 0
        var notPlaced = 0
        var unknown = 0
        for id in inquiry.batches {
            guard let batch = try transaction.batch(id) else { continue }
            let policy = try campaign(batch.campaign)?.settings.inDoubt ?? .hold
            for attempt in try transaction.unidentifiedAttempts(in: id) {
                let isContested = inquiry.contested.contains(attempt.destination)
                let isProven = attempt.state == .inDoubt && !batch.isClockSuspect && !isContested
                if !isContested, let record = inquiry.matches[attempt.destination] {
                    try end(attempt, record.end, isCallRecord: true) { $0.identify(callUUID: record.callUUID) }
                    found += 1
                } else if attempt.state != .inDoubt, !isContested {
                    try lookAgain(for: attempt)
                } else if policy == .redial, isProven {
                    try putBack(attempt)
                    notPlaced += 1
                } else {
                    try giveUp(on: attempt)
                    unknown += 1
                }
            }
        }
        notify(.doubtSettled(found: found, notPlaced: notPlaced, unknown: unknown))
    }

    /// Plivo has taken this call, so its record is only late: it is looked for until patience ends.
    private func lookAgain(for old: Attempt) throws {
        var attempt = old
        attempt.checks += 1
        attempt.checkAt = now.wall + wait(afterChecks: attempt.checks)
        try transaction.save(attempt, was: old)
        try transaction.forgetUnlisted(attempt.batch)
    }

    private mutating func fail<Value>(_ result: Result<Value, LookupFailure>) {
        memory.inquiry = nil
        if case .failure(let failure) = result { holdLookups(after: failure) }
    }

    private mutating func nextInquiryID() -> InquiryID {
        memory.inquiries += 1
        return InquiryID(number: memory.inquiries)
    }
}
