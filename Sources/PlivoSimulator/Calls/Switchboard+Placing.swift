extension Switchboard {
    /// Takes calls into the queue.
    ///
    /// - Returns: the request uuids, in the order of `destinations` unless the rules shuffle them, and whether the first
    ///   of the calls has to wait for its turn.
    package mutating func place(
        _ request: MakeCall,
        to destinations: [Destination],
        at now: Moment
    ) -> (requestUUIDs: [Identifier], waits: Bool) {
        if turn == calls.count { nextStart = max(nextStart, now) }
        let waits = turn < calls.count || nextStart > now
        var uuids: [Identifier] = []
        uuids.reserveCapacity(destinations.count)
        for destination in destinations {
            let ordinal = timesCalled[destination, default: 0]
            timesCalled[destination] = ordinal + 1
            let requestUUID = mint.next()
            let callUUID = rules.legacyUUIDs ? mint.next() : requestUUID
            let call = calls.count
            calls.append(
                CallRecord(
                    callUUID: callUUID,
                    requestUUID: requestUUID,
                    destination: destination,
                    ordinal: ordinal,
                    request: request,
                    placedAt: now
                )
            )
            byCallUUID[callUUID] = Int32(call)
            if rules.legacyUUIDs { byRequestUUID[requestUUID] = Int32(call) }
            uuids.append(requestUUID)
        }
        counters.queued += destinations.count
        if rules.shufflesUUIDs { shuffle(&uuids) }
        return (uuids, waits)
    }

    /// Starts as many waiting calls as the CPS allows by `now`.
    mutating func startWaiting(at now: Moment) {
        // A late wake-up is made good, but not so long a one that it would show as a burst.
        nextStart = max(nextStart, now.adding(milliseconds: -100))
        while turn < calls.count {
            if calls[turn].state == .queued {
                guard nextStart <= now else { return }
                nextStart = nextStart.adding(microseconds: rules.startInterval)
                start(turn, at: now)
            }
            turn += 1
        }
    }

    private mutating func start(_ call: Int, at now: Moment) {
        calls[call].startedAt = now
        calls[call].state = .ringing
        counters.queued -= 1
        counters.ringing += 1
        let record = calls[call]
        let fate = CallFate.draw(
            shares: rules.shares,
            seed: rules.seed,
            destination: record.destination.address,
            ordinal: Int(record.ordinal)
        )
        live[call] = LiveCall(plan: CallPlan(fate: fate, request: record.request))
        scheduleNext(of: call)
    }

    /// Fisher and Yates, with dice that know the first uuid only: another request, another order.
    private func shuffle(_ uuids: inout [Identifier]) {
        guard uuids.count > 1 else { return }
        var dice = Dice(seed: rules.seed, topic: "shuffle", subject: uuids[0].description, ordinal: 0)
        for last in stride(from: uuids.count - 1, to: 0, by: -1) {
            uuids.swapAt(last, dice.between(0...last))
        }
    }
}
