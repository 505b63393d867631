import DialerCore

/// The course of a call, and the callbacks that tell of it.
extension Provider {
    private static let tries = 6

    func start(_ call: ProviderCall) {
        guard call.state == .queued else { return }
        checker.note(starting: call)
        guard let rings = call.fate.ringsAfter else {
            return world.plan(after: call.fate.endsAfter) { self.end(call) }
        }
        world.plan(after: rings) { self.ring(call) }
        // It leaves the queue when it starts; the lists show it as ringing at once.
        call.state = .ringing
        call.startedAt = wholeSeconds(world.trueTime)
    }

    private func ring(_ call: ProviderCall) {
        guard call.state != .ended else { return }
        world.trace.note("rings", Int64(call.to.text) ?? 0)
        tell(.ring, of: call)
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
        if call.isMachine, call.fate.causeCode != HangupCause.machineDetected { tell(.machine, of: call) }
        world.plan(after: call.fate.endsAfter) { self.end(call) }
    }

    /// Taken back through the API: what it would have done does not happen.
    func withdraw(_ call: ProviderCall) {
        call.isWithdrawn = true
        let leavesNoTrace = call.state == .queued && world.scenario.rate(.traceless) > 0
        finish(call, causeCode: HangupCause.canceled, leavesTrace: !leavesNoTrace)
    }

    private func end(_ call: ProviderCall) {
        finish(call, causeCode: call.fate.causeCode)
    }

    private func finish(_ call: ProviderCall, causeCode: Int, leavesTrace: Bool = true) {
        guard call.state != .ended else { return }
        call.state = .ended
        call.causeCode = causeCode
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
        tell(.hangup, of: call)
    }

    /// Sends a callback: at once, late, twice or never.
    private func tell(_ kind: CallbackEvent.Kind, of call: ProviderCall) {
        guard call.contact != nil, !world.happens(.callbackLost) else { return }
        let told = world.sabotage == .callbacksMixedUp ? lastTold[call.token] ?? call : call
        lastTold[call.token] = call
        let event = CallbackEvent(
            kind: kind,
            token: call.token,
            callUUID: call.uuid,
            requestUUID: call.requestUUID,
            to: world.happens(.callbackWithoutTo) ? nil : call.to,
            isMachine: call.isMachine && kind != .ring,
            end: kind == .hangup ? told.end : nil
        )
        let copies = world.happens(.callbackRepeated) ? 2 : 1
        for _ in 0..<copies {
            let isLate = world.happens(.callbackLate)
            let delay = world.draw.duration(isLate ? 1...240 : 0.02...0.4)
            world.plan(after: delay) { self.send(event, of: call, triesLeft: Self.tries) }
        }
    }

    /// `#rc=5&rp=all`: an unacknowledged callback is repeated five times (docs/plivo.md, "Callbacks").
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

    /// Somebody else on the account calls, perhaps one of our numbers, perhaps from one of our caller IDs.
    func placeForeignCall() {
        let plan = world.draw.pick(world.scenario.campaigns)
        let isOurNumber = world.draw.chance(0.5)
        let number = isOurNumber ? plan.destination(world.draw.whole(0...plan.size - 1)) : .phone(15_559_990_000)
        let isOurCallerID = world.draw.chance(0.1)
        let from = isOurCallerID ? plan.settings.callerIDs[0] : "14155559999"
        place(number, from: from, contact: nil, token: "", arguments: plan.settings.arguments)
    }
}
