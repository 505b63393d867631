extension Switchboard {
    /// Carries out the next planned step of a call. A call that has ended meanwhile is no longer live, and its alarm
    /// finds nothing.
    mutating func step(_ call: Int, at now: Moment) {
        guard let current = live[call] else { return }
        let step = current.plan.entries[current.next].step
        live[call]?.next += 1
        switch step {
        case .ring:
            calls[call].rangAt = now
            emit(.ring, of: call, to: calls[call].request.ring, stake: .none, at: now)
        case .pickUp:
            calls[call].answeredAt = now
            calls[call].state = .inProgress
            counters.ringing -= 1
            counters.inProgress += 1
        case .fetchAnswer:
            emit(.answer, of: call, to: calls[call].request.answer, stake: .answer, at: now)
        case .detect(let machine):
            calls[call].machine = machine
            if let target = calls[call].request.machineDetection?.target {
                emit(.machineDetection, of: call, to: target, stake: .none, at: now)
            }
        case .end(let cause, let source):
            finish(call, cause, source, talkMilliseconds: current.plan.talkMilliseconds, at: now)
            return
        }
        scheduleNext(of: call)
    }

    /// The planned times count from the start of the call, so that late wake-ups do not add up.
    mutating func scheduleNext(of call: Int) {
        guard let current = live[call], let startedAt = calls[call].startedAt else { return }
        let delay = rules.realMicroseconds(callMilliseconds: current.plan.entries[current.next].atMilliseconds)
        alarms.schedule(.step(call: call), at: startedAt.adding(microseconds: delay))
    }

    /// Ends a call and has its hangup callback sent.
    mutating func finish(
        _ call: Int,
        _ cause: HangupCause,
        _ source: HangupSource,
        talkMilliseconds: Int,
        at now: Moment,
        isTold: Bool = true
    ) {
        switch calls[call].state {
        case .queued: counters.queued -= 1
        case .ringing: counters.ringing -= 1
        case .inProgress: counters.inProgress -= 1
        case .ended: preconditionFailure("a call ends once")
        }
        counters.ended += 1
        calls[call].state = .ended
        calls[call].cause = cause
        calls[call].source = source
        calls[call].endedAt = now
        calls[call].talkMilliseconds = Int32(clamping: talkMilliseconds)
        calls[call].recordedAt = now.adding(microseconds: rules.realMicroseconds(callMilliseconds: recordDelay(call)))
        endedCalls.append(call)
        if isTold { emit(.hangup, of: call, to: calls[call].request.hangup, stake: .none, at: now) }
        if let held = live.removeValue(forKey: call)?.heldBack { outgoing.append(held) }
    }

    private func recordDelay(_ call: Int) -> Int {
        let isLate = rules.faults.strikes(
            .cdrLate,
            seed: rules.seed,
            subject: calls[call].destination.address,
            ordinal: Int(calls[call].ordinal)
        )
        return rules.cdrDelayMilliseconds + (isLate ? rules.cdrLateMilliseconds : 0)
    }
}
