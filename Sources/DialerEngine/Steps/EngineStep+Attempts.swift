import DialerCore
import DialerStore

/// What is learnt of a call, and what it means for its contact. Every way of learning ends here.
extension EngineStep {
    /// Applies an event that leaves the call open. Details that `update` sets are kept even if the event itself is
    /// no news.
    mutating func learn(
        _ event: AttemptEvent,
        of old: Attempt,
        update: (inout Attempt) -> Void = { _ in }
    ) throws {
        precondition(event != .ended && event != .notPlaced, "an end has a method of its own")
        var attempt = old
        update(&attempt)
        if let state = old.state.after(event) {
            attempt.state = state
            if state == .ringing { attempt.rangAt = attempt.rangAt ?? now.wall }
            if old.checkAt == nil { attempt.checkAt = attempt.latestEnd + limits.callbackGrace }
        }
        try transaction.save(attempt, was: old)
        guard attempt.state != old.state, let state = attempt.state.contactState,
            let before = try transaction.contact(attempt.contact), try speaksFor(old, before)
        else { return }
        var contact = before
        contact.state = state
        adopt(old, into: &contact)
        try transaction.save(contact, was: before)
    }

    /// The call is over, told by a callback or a CDR. The first word counts; a later CDR corrects the cost only.
    mutating func end(_ old: Attempt, _ end: CallEnd, isCallRecord: Bool, update: (inout Attempt) -> Void) throws {
        var attempt = old
        update(&attempt)
        guard let state = old.state.after(.ended) else {
            if isCallRecord, let cost = end.cost, cost != old.cost { try correctCost(of: old, to: cost) }
            return
        }
        let withdrawal = attempt.withdrawal(endingIn: end)
        let outcome = withdrawal.map { $0.outcome ?? .cancelled } ?? Outcome(end, isMachine: attempt.isMachine)
        attempt.state = state
        attempt.outcome = outcome
        attempt.isMachine = attempt.isMachine || outcome == .machine
        attempt.answeredAt = end.answeredAt
        attempt.endedAt = end.endedAt ?? now.wall
        attempt.durationSeconds = end.durationSeconds
        attempt.causeCode = end.causeCode
        attempt.causeName = end.causeName ?? end.causeCode.flatMap(HangupCause.name)
        attempt.hangupSource = end.source
        attempt.cost = end.cost ?? .zero
        attempt.checkAt = nil
        attempt.withdrawAt = nil
        try transaction.save(attempt, was: old)
        if withdrawal == .pending {
            try postpone(attempt, was: old)
        } else {
            try dispose(of: attempt, was: old, outcome: outcome)
        }
        try watchForFailures(attempt, outcome: outcome)
    }

    /// Calls that all fail alike tell of a wrong caller ID, answer URL or list: halting beats burning the list.
    private mutating func watchForFailures(_ attempt: Attempt, outcome: Outcome) throws {
        let code = attempt.causeCode ?? 0
        let failure = outcome == .failed && !HangupCause.isIntended(code) ? code : nil
        guard let code = memory.failureRuns[attempt.campaign, default: FailureRun()].note(failure) else { return }
        memory.failureRuns[attempt.campaign] = nil
        try halt(attempt.campaign, because: .failures(causeCode: code))
    }

    /// Nothing told how the call ended, and nothing will: its contact ends as unknown.
    mutating func giveUp(on old: Attempt) throws {
        guard let state = old.state.after(.ended) else { return }
        var attempt = old
        attempt.state = state
        attempt.outcome = .unknown
        attempt.checkAt = nil
        attempt.withdrawAt = nil
        try transaction.save(attempt, was: old)
        try dispose(of: attempt, was: old, outcome: .unknown)
        notify(.gaveUpOnCall(campaign: try campaign(attempt.campaign)?.name ?? ""))
    }

    /// Plivo refused this destination, and this one alone: it is never sent again.
    mutating func reject(_ old: Attempt, words: String) throws {
        guard old.state == .dialing, let before = try transaction.contact(old.contact) else { return }
        var attempt = old
        attempt.state = .ended
        attempt.outcome = .rejected
        attempt.endedAt = now.wall
        attempt.causeName = words
        attempt.hangupSource = "API Request"
        attempt.checkAt = nil
        try transaction.save(attempt, was: old)
        var contact = before
        contact.attempts -= 1
        contact.state = .finished
        contact.outcome = .rejected
        try transaction.save(contact, was: before)
        touched.insert(contact.campaign)
    }

    /// Proven not to have been a call: the contact is pending again and nothing is used up.
    ///
    /// - Parameter cap: the largest request it may travel in from now on.
    mutating func putBack(_ old: Attempt, cap: Int? = nil) throws {
        guard let state = old.state.after(.notPlaced) else { return }
        var attempt = old
        attempt.state = state
        attempt.checkAt = nil
        attempt.withdrawAt = nil
        try transaction.save(attempt, was: old)
        guard let before = try transaction.contact(attempt.contact), before.attempt == attempt.id else { return }
        var contact = before
        contact.state = .pending
        contact.attempts -= 1
        if Mutant.refusalBurnsAttempt.isActive { contact.attempts += 1 }
        contact.attempt = try transaction.lastPlacedAttempt(of: contact.id)
        contact.batchCap = cap ?? contact.batchCap
        try transaction.save(contact, was: before)
    }

    private mutating func dispose(of attempt: Attempt, was old: Attempt, outcome: Outcome) throws {
        guard let before = try transaction.contact(attempt.contact) else { return }
        var contact = before
        contact.cost = contact.cost + attempt.cost
        if try speaksFor(old, before) {
            adopt(old, into: &contact)
            // A provider's clock or a wrong account_timezone must not move a retry out of reach.
            let endedAt = min(max(attempt.endedAt ?? now.wall, attempt.createdAt), now.wall)
            let retry = try retryPolicy(of: contact.campaign)
            switch Disposition(outcome: outcome, attempts: contact.attempts, endedAt: endedAt, retry: retry) {
            case .finish(let outcome):
                contact.state = .finished
                contact.outcome = outcome
                touched.insert(contact.campaign)
            case .retry(let instant):
                contact.state = .pending
                contact.dueAt = instant
                if Mutant.retryDelayIgnored.isActive { contact.dueAt = now.wall }
            }
        }
        try transaction.save(contact, was: before)
    }

    /// Taken back before it rang, to be called another time: nothing is used up.
    private mutating func postpone(_ attempt: Attempt, was old: Attempt) throws {
        guard let before = try transaction.contact(attempt.contact) else { return }
        var contact = before
        contact.cost = contact.cost + attempt.cost
        if try speaksFor(old, before) {
            adopt(old, into: &contact)
            contact.state = .pending
            contact.attempts -= 1
        }
        try transaction.save(contact, was: before)
    }

    /// Nobody is called again for a campaign that is being cancelled: a call that was on its way keeps its own outcome.
    private mutating func retryPolicy(of id: CampaignID) throws -> RetryPolicy {
        guard let campaign = try campaign(id) else { return RetryPolicy() }
        if Mutant.cancelledIsRetried.isActive { return campaign.settings.retry }
        return campaign.state == .cancelling ? RetryPolicy() : campaign.settings.retry
    }

    /// Whether what is learnt of `attempt` is also the contact's own state: it is its current attempt, or one that
    /// was thought not to be a call while nobody has tried again.
    private func speaksFor(_ attempt: Attempt, _ contact: Contact) throws -> Bool {
        guard contact.state != .finished else { return false }
        if contact.attempt == attempt.id { return true }
        guard attempt.state == .notPlaced, contact.state == .pending else { return false }
        return try !transaction.hasLaterAttempt(than: attempt)
    }

    private func adopt(_ attempt: Attempt, into contact: inout Contact) {
        guard attempt.state == .notPlaced else { return }
        contact.attempt = attempt.id
        contact.attempts += 1
    }

    private func correctCost(of old: Attempt, to cost: Cost) throws {
        var attempt = old
        attempt.cost = cost
        try transaction.save(attempt, was: old)
        guard let before = try transaction.contact(old.contact) else { return }
        var contact = before
        contact.cost = contact.cost + cost - old.cost
        try transaction.save(contact, was: before)
    }
}

extension Attempt {
    /// What its contact becomes, if this end is that of a call taken back: before anybody picked up, and by the API. One
    /// that rang all the same is used up: it is not made another time.
    fileprivate func withdrawal(endingIn end: CallEnd) -> Withdrawal? {
        guard end.answeredAt == nil, end.causeCode == HangupCause.canceled else { return nil }
        return withdrawal == .pending && rangAt != nil ? nil : withdrawal
    }
}
