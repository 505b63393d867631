/// The steps of a call and their times: its scenario, cut short by the limits that the request sets.
package struct CallPlan: Sendable {
    package struct Entry: Equatable, Sendable {
        /// Milliseconds of call time after the start of the call.
        let atMilliseconds: Int
        let step: CallStep

        package init(_ atMilliseconds: Int, _ step: CallStep) {
            self.atMilliseconds = atMilliseconds
            self.step = step
        }
    }

    /// In the order of time. The last entry, and no other, is `end`.
    package let entries: [Entry]
    /// Milliseconds of call time from the pick-up to the planned end; 0 without a pick-up.
    package let talkMilliseconds: Int

    package init(scenario: CallScenario, request: MakeCall) {
        let ring = scenario.dialMilliseconds
        let pickUp = ring + scenario.ringMilliseconds
        var end = Entry(pickUp + scenario.talkMilliseconds, .end(scenario.cause, scenario.source))
        func limit(to milliseconds: Int, _ cause: HangupCause) {
            if milliseconds < end.atMilliseconds { end = Entry(milliseconds, .end(cause, .plivo)) }
        }
        // Both limits count from the first ring, and the earlier one applies (docs/plivo.md, "Making calls").
        if scenario.rings, let seconds = request.hangupOnRing { limit(to: ring + seconds * 1000, .scheduledHangup) }
        if scenario.rings, scenario.ringMilliseconds > request.ringTimeout * 1000 {
            limit(to: ring + request.ringTimeout * 1000, .ringTimeout)
        }
        guard scenario.isPickedUp, pickUp < end.atMilliseconds else {
            entries = (scenario.rings ? [Entry(ring, .ring)] : []) + [end]
            talkMilliseconds = 0
            return
        }
        limit(to: pickUp + request.timeLimit * 1000, .scheduledHangup)

        var steps = [Entry(ring, .ring), Entry(pickUp, .pickUp)]
        if let detection = request.machineDetection {
            let isMachine = scenario.outcome == .machine
            let detected = pickUp + min(scenario.detectionMilliseconds, detection.limitMilliseconds)
            let hangsUp = isMachine && detection.mode == .hangup
            if hangsUp { limit(to: detected, .machineDetected) }
            if detection.target == nil {
                // Without a URL of its own, detection comes first, so that the answer URL can learn of a machine.
                steps.append(Entry(detected, .detect(machine: isMachine)))
                if !hangsUp { steps.append(Entry(detected, .fetchAnswer)) }
            } else {
                steps += [Entry(pickUp, .fetchAnswer), Entry(detected, .detect(machine: isMachine))]
            }
        } else {
            steps.append(Entry(pickUp, .fetchAnswer))
        }
        entries = steps.filter { $0.atMilliseconds <= end.atMilliseconds } + [end]
        talkMilliseconds = end.atMilliseconds - pickUp
    }
}
