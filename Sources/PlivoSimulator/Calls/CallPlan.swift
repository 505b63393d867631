/// What will happen to a call and when: its fate, cut short by the limits of the request.
package struct CallPlan: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        /// Milliseconds of call time after the start of the call.
        package let atMilliseconds: Int
        package let step: CallStep

        package init(_ atMilliseconds: Int, _ step: CallStep) {
            self.atMilliseconds = atMilliseconds
            self.step = step
        }
    }

    /// In the order of time. The last one is `end`, and the only one.
    package let entries: [Entry]
    /// Milliseconds of call time from pick-up to the planned end; 0 if nobody picks up.
    package let talkMilliseconds: Int

    package init(fate: CallFate, request: MakeCall) {
        let rung = fate.dialMilliseconds
        var end = Entry(rung + fate.ringMilliseconds + fate.talkMilliseconds, .end(fate.cause, fate.source))
        func limit(to milliseconds: Int, _ cause: HangupCause) {
            if milliseconds < end.atMilliseconds { end = Entry(milliseconds, .end(cause, .plivo)) }
        }
        // Both run from the first ring; whichever is shorter wins (docs: call-api, "hangup_on_ring", "ring_timeout").
        if fate.rings, let seconds = request.hangupOnRing { limit(to: rung + seconds * 1000, .scheduledHangup) }
        if fate.rings, fate.ringMilliseconds > request.ringTimeout * 1000 {
            limit(to: rung + request.ringTimeout * 1000, .ringTimeout)
        }
        guard fate.isPickedUp, rung + fate.ringMilliseconds < end.atMilliseconds else {
            entries = (fate.rings ? [Entry(rung, .ring)] : []) + [end]
            talkMilliseconds = 0
            return
        }
        let pickUp = rung + fate.ringMilliseconds
        limit(to: pickUp + request.timeLimit * 1000, .scheduledHangup)

        var steps = [Entry(rung, .ring), Entry(pickUp, .pickUp)]
        if let detection = request.machineDetection {
            let isMachine = fate.outcome == .machine
            let word = pickUp + min(fate.detectionMilliseconds, detection.allottedMilliseconds)
            if isMachine, detection.mode == .hangup { limit(to: word, .machineDetected) }
            if detection.target == nil {
                // Without a URL of its own, detection comes first, so that the answer URL can be told of a machine.
                steps.append(Entry(word, .detect(machine: isMachine)))
                if !(isMachine && detection.mode == .hangup) { steps.append(Entry(word, .fetchAnswer)) }
            } else {
                steps += [Entry(pickUp, .fetchAnswer), Entry(word, .detect(machine: isMachine))]
            }
        } else {
            steps.append(Entry(pickUp, .fetchAnswer))
        }
        let planned = steps.filter { $0.atMilliseconds <= end.atMilliseconds } + [end]
        entries = planned
        talkMilliseconds = end.atMilliseconds - pickUp
    }
}
