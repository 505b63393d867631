import DialerCore
import DialerEngine

/// What `EffectRunner` does: starts each effect and reports what came of it, to the process that started it.
extension SimulatedDaemon {
    /// Of a make-call request to the provider.
    static var longestWay: Duration { .milliseconds(200) }

    func perform(_ effect: Effect) {
        switch effect {
        case .call(let call): send(call)
        case .lookUp(let attempt, let uuid):
            checker.noteRequest()
            world.trace.note("> look up attempt", attempt.value)
            ask { .record(attempt, self.provider.record(uuid)) }
        case .list(let scan, let list):
            checker.noteRequest()
            world.trace.note(list == .live ? "> live list" : "> queued list")
            ask { .listed(scan, self.provider.list(list)) }
        case .describe(let scan, let uuid, let list):
            checker.noteRequest()
            world.trace.note("> describe")
            ask { .described(scan, uuid, self.provider.describe(uuid, on: list)) }
        case .listRecords(let sweep, let query):
            checker.noteRequest()
            world.trace.note("> records from", Int64(query.offset))
            ask { .recordsListed(sweep, self.provider.records(query)) }
        case .locate(let attempt, let uuid):
            checker.noteRequest()
            world.trace.note("> locate attempt", attempt.value)
            ask { .located(attempt, self.provider.describe(uuid, on: .queued)) }
        case .withdraw(let attempt, let uuid):
            checker.noteRequest()
            world.trace.note("> withdraw attempt", attempt.value)
            ask { .withdrawn(attempt, self.provider.hangUp(uuid)) }
        case .deliver(let delivery, _, _, _):
            ask { .delivered(delivery, wasAccepted: !self.world.happens(.callbackLost)) }
        case .export(let campaign):
            world.trace.note("> export", campaign.value)
            checker.noteCompleted(campaign)
            let process = incarnation
            world.plan(after: .milliseconds(50)) { if self.incarnation == process { self.post(.exported(campaign)) } }
        case .notice(let notice):
            note(notice)
        }
    }

    private func send(_ call: MakeCall) {
        world.trace.note("> call", call.batch.value, Int64(call.destinations.count))
        guard let campaign = checker.handOver(call, at: world.daemonTime) else { return }
        let process = incarnation
        world.plan(after: world.draw.duration(0.005...Self.longestWay.inSeconds)) {
            let reply = self.arrive(call, campaign)
            self.world.plan(after: reply.delay) {
                if self.incarnation == process { self.post(.answer(call.batch, reply.answer)) }
            }
        }
    }

    private func arrive(_ call: MakeCall, _ campaign: CampaignID) -> Provider.Reply {
        let reply = provider.receive(call, of: campaign)
        checker.note(reply: reply.answer, to: call)
        if world.sabotage == .postRetried, case .unclear(.status) = reply.answer {
            return provider.receive(call, of: campaign)
        }
        return reply
    }

    /// Half of the way there, half of it back.
    private func ask(_ question: @escaping () -> EngineEvent) {
        let process = incarnation
        let way = world.draw.duration(0.02...0.3)
        world.plan(after: way) {
            let answer = question()
            self.world.plan(after: way) { if self.incarnation == process { self.post(answer) } }
        }
    }

    private func note(_ notice: Notice) {
        switch notice {
        case .campaignHalted: world.trace.note("notice: halted")
        case .campaignCompleted: world.trace.note("notice: completed")
        case .doubtSettled(let found, let notPlaced, let unknown):
            world.trace.note("notice: doubt settled, found", Int64(found))
            world.trace.note("  not placed and unknown", Int64(notPlaced), Int64(unknown))
        case .clockStepped(let seconds): world.trace.note("notice: clock stepped", seconds)
        case .gaveUpOnCall: world.trace.note("notice: gave up")
        default: break
        }
    }
}
