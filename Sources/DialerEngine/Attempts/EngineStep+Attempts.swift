import DialerCore
import DialerStore

/// What is learned about a call, and what this means for its contact. Every source of news about a call leads here.
extension EngineStep {
    /// Applies an event that leaves the call open. Details that `update` sets are kept even if the event itself tells
    /// nothing new.
    func learn(
        _ event: AttemptEvent,
        of old: Attempt,
        update: (inout Attempt) -> Void = { _ in }
    ) throws {
        precondition(event != .ended && event != .notPlaced, "an end has a method of its own")
        let attempt = try transaction.update(old) { attempt in
            update(&attempt)
            guard let state = old.state.after(event) else { return }
            attempt.state = state
            if state == .ringing { attempt.rangAt = attempt.rangAt ?? now.wall }
            if old.checkAt == nil { attempt.checkAt = attempt.latestEnd + limits.callbackGrace }
        }
        guard attempt.state != old.state, let state = attempt.state.contactState,
            let contact = try transaction.contact(attempt.contact), try isCurrent(old, of: contact)
        else { return }
        try transaction.update(contact) { contact in
            adopt(old, into: &contact)
            contact.state = state
        }
    }

    /// Ends the call as a callback or a CDR reports. The first end counts; a later CDR corrects the cost only.
    mutating func end(_ old: Attempt, _ end: CallEnd, isCallRecord: Bool, update: (inout Attempt) -> Void) throws {
        if old.isEndAssumed { return try correct(old, by: end, update: update) }
        guard let state = old.state.after(.ended) else {
            if isCallRecord, let cost = end.cost { try correctCost(of: old, to: cost) }
            return
        }
        var withdrawal: Withdrawal?
        var outcome = Outcome.unknown
        let attempt = try transaction.update(old) { attempt in
            update(&attempt)
            withdrawal = attempt.withdrawal(endingIn: end)
            outcome = withdrawal.map { $0.outcome ?? .cancelled } ?? Outcome(end, isMachine: attempt.isMachine)
            attempt.close(as: state, outcome: outcome)
            attempt.record(end, at: now.wall)
        }
        if withdrawal == .requeue {
            try requeue(attempt, was: old)
        } else {
            try finishOrRetry(attempt, was: old, outcome)
        }
        try watchForFailures(attempt, outcome)
    }

    /// Ends a call whose end neither a callback nor a record has reported: its contact finishes as unknown.
    mutating func giveUp(on attempt: Attempt) throws {
        guard attempt.state != .ended else { return }
        try assumeEnd(of: attempt, as: .unknown)
        notify(.gaveUpOnCall(campaign: try campaignName(attempt.campaign)))
    }

    /// Ends a call by an assumption, which later evidence corrects.
    mutating func assumeEnd(of old: Attempt, as outcome: Outcome) throws {
        guard let state = old.state.after(.ended) else { return }
        let attempt = try transaction.update(old) { attempt in
            attempt.close(as: state, outcome: outcome)
            if attempt.withdrawnAt != nil { attempt.causeCode = HangupCause.canceled }
        }
        try finishOrRetry(attempt, was: old, outcome)
    }

    /// Replaces an assumed end by evidence. The contact gets the call's own outcome, unless the contact has been called
    /// again since. If an operator wants the contact called again, the contact is treated as after any call: only
    /// `retry` decides.
    private mutating func correct(_ old: Attempt, by end: CallEnd, update: (inout Attempt) -> Void) throws {
        let attempt = try transaction.update(old) { attempt in
            update(&attempt)
            let withdrawal = attempt.withdrawal(endingIn: end)
            attempt.outcome = withdrawal.map { $0.outcome ?? .cancelled } ?? Outcome(end, isMachine: attempt.isMachine)
            attempt.record(end, at: now.wall)
        }
        guard let contact = try transaction.contact(attempt.contact), let outcome = attempt.outcome else { return }
        if contact.state == .pending { return try finishOrRetry(attempt, was: old, outcome) }
        let isCurrent = contact.state == .finished && contact.attempt == attempt.id
        try transaction.update(contact) { contact in
            contact.cost = contact.cost + attempt.cost
            if isCurrent { contact.finish(as: outcome) }
        }
        guard isCurrent else { return }
        notify(.outcomeCorrected(campaign: try campaignName(attempt.campaign), outcome: outcome))
        if try transaction.reexport(attempt.campaign) { effects.append(.export(attempt.campaign)) }
    }

    /// Finishes the contact of a destination that Plivo refused in a request of its own. It is never called again.
    ///
    /// - Parameter answer: Plivo's message.
    func reject(_ old: Attempt, answer: String) throws {
        guard old.state == .dialing, let contact = try transaction.contact(old.contact) else { return }
        try transaction.update(old) { attempt in
            attempt.close(as: .ended, outcome: .rejected)
            attempt.endedAt = now.wall
            attempt.causeName = answer
            attempt.hangupSource = "API Request"
        }
        try transaction.update(contact) { contact in
            contact.attempts -= 1
            contact.finish(as: .rejected)
        }
    }

    /// Makes a contact pending again whose call is proven not to have been placed: no attempt is used up.
    ///
    /// - Parameter cap: the largest request in which the contact may be sent from now on.
    func release(_ old: Attempt, cap: Int? = nil) throws {
        guard let state = old.state.after(.notPlaced) else { return }
        let attempt = try transaction.update(old) { $0.close(as: state, outcome: nil) }
        guard let contact = try transaction.contact(attempt.contact), contact.attempt == attempt.id else { return }
        try transaction.update(contact) { contact in
            contact.state = .pending
            if !Mutant.refusalBurnsAttempt.isActive { contact.attempts -= 1 }
            contact.attempt = try transaction.lastCountedAttempt(of: contact.id)
            contact.batchCap = cap ?? contact.batchCap
        }
    }

    /// Makes a contact pending again whose call was withdrawn before it rang: no attempt is used up.
    private func requeue(_ attempt: Attempt, was old: Attempt) throws {
        try updateContact(of: attempt, was: old) { contact in
            contact.state = .pending
            contact.attempts -= 1
            contact.attempt = try transaction.lastCountedAttempt(of: contact.id)
        }
    }

    /// Finishes the contact of a call that has ended, or makes it pending for a retry.
    private mutating func finishOrRetry(_ attempt: Attempt, was old: Attempt, _ outcome: Outcome) throws {
        // A provider's clock or a wrong account_timezone must not move a retry out of reach.
        let endedAt = min(max(attempt.endedAt ?? now.wall, attempt.createdAt), now.wall)
        let retry = try retryPolicy(of: attempt.campaign)
        try updateContact(of: attempt, was: old) { contact in
            switch Disposition(outcome: outcome, attempts: contact.attempts, endedAt: endedAt, retry: retry) {
            case .finish(let outcome): contact.finish(as: outcome)
            case .retry(let instant):
                contact.state = .pending
                contact.dueAt = Mutant.retryDelayIgnored.isActive ? now.wall : instant
            }
        }
    }

    /// Adds the cost of a call that has ended to its contact, and changes the contact's state if the attempt is its
    /// current one.
    private func updateContact(of attempt: Attempt, was old: Attempt, _ change: (inout Contact) throws -> Void) throws {
        guard let contact = try transaction.contact(attempt.contact) else { return }
        let isCurrent = try isCurrent(old, of: contact)
        try transaction.update(contact) { contact in
            contact.cost = contact.cost + attempt.cost
            guard isCurrent else { return }
            adopt(old, into: &contact)
            try change(&contact)
        }
    }

    /// Halts a campaign whose calls all fail alike, because the caller ID, the answer URL or the list is then wrong.
    private mutating func watchForFailures(_ attempt: Attempt, _ outcome: Outcome) throws {
        let cause = attempt.causeCode ?? 0
        let failure = outcome == .failed && !HangupCause.isIntended(cause) ? cause : nil
        guard let code = memory.failures.noteEnd(of: attempt.campaign, failure: failure) else { return }
        try halt(attempt.campaign, because: .failures(causeCode: code))
    }

    /// The retry policy of a campaign. A campaign that is being canceled retries no contact: a call that was under way
    /// keeps its own outcome.
    private mutating func retryPolicy(of id: CampaignID) throws -> RetryPolicy {
        guard let campaign = try campaign(id) else { return RetryPolicy() }
        if Mutant.cancelledIsRetried.isActive { return campaign.settings.retry }
        return campaign.state == .cancelling ? RetryPolicy() : campaign.settings.retry
    }

    /// Whether the state of `attempt` decides the contact's: `attempt` is the contact's current attempt, or it was
    /// thought not to be a call and the contact has not been called again since.
    private func isCurrent(_ attempt: Attempt, of contact: Contact) throws -> Bool {
        guard contact.state != .finished else { return false }
        if contact.attempt == attempt.id { return true }
        guard attempt.state == .notPlaced, contact.state == .pending else { return false }
        return try !transaction.hasLaterAttempt(than: attempt)
    }

    /// Counts an attempt that was thought not to be a call, and makes it the contact's current attempt.
    private func adopt(_ attempt: Attempt, into contact: inout Contact) {
        guard attempt.state == .notPlaced else { return }
        contact.attempt = attempt.id
        contact.attempts += 1
    }

    private func correctCost(of old: Attempt, to cost: Cost) throws {
        try transaction.update(old) { $0.cost = cost }
        guard let contact = try transaction.contact(old.contact) else { return }
        try transaction.update(contact) { $0.cost = $0.cost + cost - old.cost }
    }
}

extension Attempt {
    /// Takes over what a callback or a record reports about the end.
    fileprivate mutating func record(_ end: CallEnd, at now: WallTime) {
        isMachine = isMachine || outcome == .machine
        answeredAt = end.answeredAt
        endedAt = end.endedAt ?? now
        durationSeconds = end.durationSeconds
        causeCode = end.causeCode
        causeName = end.causeName ?? end.causeCode.flatMap(HangupCause.name)
        hangupSource = end.source
        cost = end.cost ?? .zero
    }

    /// What the contact becomes if `end` is the end of a withdrawn call: unanswered, and ended by the API. A call that
    /// was to be withdrawn and made again, but rang first, uses up an attempt.
    fileprivate func withdrawal(endingIn end: CallEnd) -> Withdrawal? {
        guard end.answeredAt == nil, end.causeCode == HangupCause.canceled else { return nil }
        return withdrawal == .requeue && rangAt != nil ? nil : withdrawal
    }
}
