import DialerCore

/// The course of a call, and its callbacks.
extension Provider {
    /// How often a callback is sent if no try is acknowledged: `#rc=5&rp=all` means five repetitions (docs/plivo.md,
    /// "Callbacks").
    private static let tries = 6

    func start(_ call: ProviderCall) {
        guard call.state == .queued else { return }
        checker.note(starting: call)
        guard let rings = call.fate.ringsAfter else {
            return world.plan(after: call.fate.endsAfter) { self.end(call) }
        }
        world.plan(after: rings) { self.ring(call) }
        // From its start on the call is on the live list as ringing.
        call.state = .ringing
        call.startedAt = wholeSeconds(world.trueTime)
    }

    private func ring(_ call: ProviderCall) {
        guard call.state != .ended else { return }
        world.trace.note("rings", Int64(call.to.text) ?? 0)
        callBack(.ring, of: call)
        if let answers = call.fate.answersAfter {
            world.plan(after: answers) { self.answer(call) }
        } else {
            world.plan(after: call.fate.endsAfter) { self.end(call) }
        }
    }

    private func answer(_ call: ProviderCall) {
        guard call.state != .ended else { return }
        call.state = .talking
        call.answeredAt = wholeSeconds(world.trueTime)
        call.isMachine = call.fate.isMachine
        if call.isMachine, call.fate.causeCode != HangupCause.machineDetected { callBack(.machine, of: call) }
        world.plan(after: call.fate.endsAfter) { self.end(call) }
    }

    /// - Parameters:
    ///   - causeCode: nil: the one of the call's fate.
    ///   - leavesTrace: whether there will be a record and a callback.
    func end(_ call: ProviderCall, causeCode: Int? = nil, leavesTrace: Bool = true) {
        guard call.state != .ended else { return }
        call.state = .ended
        call.causeCode = causeCode ?? call.fate.causeCode
        call.startedAt = call.startedAt ?? wholeSeconds(world.trueTime)
        call.endedAt = wholeSeconds(world.trueTime)
        call.endInstant = world.now
        open.removeAll { $0 === call }
        checker.note(ended: call)
        world.trace.note("ended", Int64(call.to.text) ?? 0, Int64(call.causeCode))
        guard leavesTrace else { return }
        let grace = world.scenario.limits.callbackGrace.inSeconds
        let delay = world.happens(.recordLate) ? grace...(grace * 4) : 0.1...(grace * 0.8)
        call.recordAt = world.now + world.draw.duration(delay)
        callBack(.hangup, of: call)
    }

    /// Sends a callback: at once, late, twice or never.
    private func callBack(_ kind: CallbackEvent.Kind, of call: ProviderCall) {
        guard call.contact != nil, !world.happens(.callbackLost) else { return }
        let ended = world.mutant == .callbacksMixedUp ? lastReported[call.token] ?? call : call
        lastReported[call.token] = call
        let event = CallbackEvent(
            kind: kind,
            token: call.token,
            callUUID: call.uuid,
            requestUUID: call.requestUUID,
            to: world.happens(.callbackWithoutTo) ? nil : call.to,
            isMachine: call.isMachine && kind != .ring,
            end: kind == .hangup ? ended.end : nil
        )
        let copies = world.happens(.callbackRepeated) ? 2 : 1
        for _ in 0..<copies {
            let isLate = world.happens(.callbackLate)
            let delay = world.draw.duration(isLate ? 1...240 : 0.02...0.4)
            world.plan(after: delay) { self.send(event, of: call, triesLeft: Self.tries) }
        }
    }

    private func send(_ event: CallbackEvent, of call: ProviderCall, triesLeft: Int) {
        guard triesLeft > 0 else { return }
        deliver(event) { isAcknowledged in
            if isAcknowledged {
                self.checker.note(acknowledged: event, of: call)
            } else {
                let pause = self.world.draw.duration(1...20)
                self.world.plan(after: pause) { self.send(event, of: call, triesLeft: triesLeft - 1) }
            }
        }
    }

    /// Places a call of another user of the account, sometimes to one of our numbers or from one of our caller IDs.
    func placeForeignCall() {
        let plan = world.draw.pick(world.scenario.campaigns)
        let isOurNumber = world.draw.chance(0.5)
        let number = isOurNumber ? plan.destination(world.draw.whole(0...plan.size - 1)) : .phone(15_559_990_000)
        let isOurCallerID = world.draw.chance(0.1)
        let from = isOurCallerID ? plan.settings.callerIDs[0] : "14155559999"
        place(number, from: from, contact: nil, token: "", arguments: plan.settings.arguments)
    }
}
