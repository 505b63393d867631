extension CallSimulation {
    /// Carries out the next planned step of a call. Does nothing if the call has ended in the meantime.
    mutating func step(_ call: Int, at now: Moment) {
        guard let current = live[call] else { return }
        let request = calls[call].request
        live[call]?.nextEntry += 1
        switch current.plan.entries[current.nextEntry].step {
        case .ring:
            calls[call].rangAt = now
            deliver(.ring, of: call, to: request.ring, at: now)
        case .pickUp:
            calls[call].answeredAt = now
            calls[call].state = .inProgress
            counters.ringing -= 1
            counters.inProgress += 1
        case .fetchAnswer:
            deliver(.answer, of: call, to: request.answer, requesting: .answer, at: now)
        case .detect(let machine):
            calls[call].machine = machine
            deliver(.machineDetection, of: call, to: request.machineDetection?.target, at: now)
        case .end(let cause, let source):
            end(call, cause, source, talkMilliseconds: current.plan.talkMilliseconds, at: now)
            return
        }
        scheduleNextStep(of: call)
    }

    /// The planned times count from the start of the call, so that the delays of late wake-ups do not add up.
    mutating func scheduleNextStep(of call: Int) {
        guard let current = live[call], let startedAt = calls[call].startedAt else { return }
        let delay = settings.realMicroseconds(callMilliseconds: current.plan.entries[current.nextEntry].atMilliseconds)
        timers.schedule(.step(call: call), at: startedAt.adding(microseconds: delay))
    }

    /// Ends a live call at `now`, before its plan does.
    mutating func hangUp(_ call: Int, _ cause: HangupCause, _ source: HangupSource, at now: Moment) {
        let talked = calls[call].answeredAt.map { now.microseconds(since: $0) } ?? 0
        let milliseconds = settings.callMilliseconds(realMicroseconds: talked)
        end(call, cause, source, talkMilliseconds: milliseconds, at: now)
    }

    /// Ends a call, which must not have ended before, and delivers its hangup callback unless `isSilent`.
    mutating func end(
        _ call: Int,
        _ cause: HangupCause,
        _ source: HangupSource,
        talkMilliseconds: Int,
        at now: Moment,
        isSilent: Bool = false
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
        calls[call].recordedAt = now.adding(microseconds: cdrDelay(call))
        endedCalls.append(call)
        if !isSilent { deliver(.hangup, of: call, to: calls[call].request.hangup, at: now) }
        if let heldBack = live.removeValue(forKey: call)?.heldBack { deliveries.append(heldBack) }
    }

    /// Microseconds of real time from the end of the call to its CDR.
    private func cdrDelay(_ call: Int) -> Int64 {
        let isLate = settings.faults.occurs(
            .cdrLate,
            seed: settings.seed,
            subject: calls[call].destination.address,
            ordinal: Int(calls[call].ordinal)
        )
        let milliseconds = settings.cdrDelayMilliseconds + (isLate ? settings.cdrLateMilliseconds : 0)
        return settings.realMicroseconds(callMilliseconds: milliseconds)
    }
}
