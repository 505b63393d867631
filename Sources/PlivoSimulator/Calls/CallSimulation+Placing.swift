package import Foundation

extension CallSimulation {
    /// Places calls into the queue.
    ///
    /// - Returns: the request uuids, in the order of `destinations` unless the settings shuffle them, and whether the
    ///   first of the calls has to wait.
    package mutating func place(
        _ request: MakeCall,
        to destinations: [Destination],
        at now: Moment
    ) -> (requestUUIDs: [UUID], waits: Bool) {
        if queueHead == calls.count { nextStart = max(nextStart, now) }
        let waits = queueHead < calls.count || nextStart > now
        var requestUUIDs: [UUID] = []
        requestUUIDs.reserveCapacity(destinations.count)
        for destination in destinations {
            let ordinal = callCounts[destination, default: 0]
            callCounts[destination] = ordinal + 1
            let requestUUID = uuids.next()
            let callUUID = settings.legacyUUIDs ? uuids.next() : requestUUID
            indexByCallUUID[callUUID] = Int32(calls.count)
            if settings.legacyUUIDs { indexByRequestUUID[requestUUID] = Int32(calls.count) }
            calls.append(
                Call(
                    callUUID: callUUID,
                    requestUUID: requestUUID,
                    destination: destination,
                    ordinal: ordinal,
                    request: request,
                    placedAt: now
                )
            )
            requestUUIDs.append(requestUUID)
        }
        counters.queued += destinations.count
        if settings.shufflesUUIDs { shuffle(&requestUUIDs) }
        return (requestUUIDs, waits)
    }

    /// Starts as many queued calls as the CPS allows by `now`.
    mutating func startQueuedCalls(at now: Moment) {
        // After a late wake-up the missed starts are made up for, but only those of the last 100 ms, to avoid a burst.
        nextStart = max(nextStart, now.adding(milliseconds: -100))
        while queueHead < calls.count {
            if calls[queueHead].state == .queued {
                guard nextStart <= now else { return }
                nextStart = nextStart.adding(microseconds: settings.startInterval)
                start(queueHead, at: now)
            }
            queueHead += 1
        }
    }

    private mutating func start(_ call: Int, at now: Moment) {
        calls[call].startedAt = now
        calls[call].state = .ringing
        counters.queued -= 1
        counters.ringing += 1
        let scenario = CallScenario.draw(
            shares: settings.shares,
            seed: settings.seed,
            destination: calls[call].destination.address,
            ordinal: Int(calls[call].ordinal)
        )
        live[call] = LiveCall(plan: CallPlan(scenario: scenario, request: calls[call].request))
        scheduleNextStep(of: call)
    }

    /// A Fisher-Yates shuffle. The first uuid is part of the key of the random numbers, so that each request has an
    /// order of its own.
    private func shuffle(_ uuids: inout [UUID]) {
        guard uuids.count > 1 else { return }
        let subject = uuids[0].lowercaseText
        var random = SeededRandom(seed: settings.seed, topic: "shuffle", subject: subject, ordinal: 0)
        for last in stride(from: uuids.count - 1, to: 0, by: -1) {
            uuids.swapAt(last, random.integer(in: 0...last))
        }
    }
}
