import DialerCore
import DialerEngine

/// Carries out effects, as `EffectRunner` does. The result of an effect is posted only to the process that started it.
extension SimulatedDaemon {
    /// The longest time that a make-call request takes to reach the provider.
    static var longestWay: Duration { .milliseconds(200) }

    func perform(_ effect: Effect) {
        switch effect {
        case .call(let call): send(call)
        case .lookUp(let attempt, let uuid):
            request("> look up attempt", attempt.value) { .record(attempt, self.provider.record(uuid)) }
        case .list(let scan, let list):
            request(list == .live ? "> live list" : "> queued list") { .listed(scan, self.provider.list(list)) }
        case .describe(let scan, let uuid, let list):
            request("> describe") { .described(scan, uuid, self.provider.describe(uuid, on: list)) }
        case .listRecords(let sweep, let query):
            request("> records from", Int64(query.offset)) { .recordsListed(sweep, self.provider.records(query)) }
        case .locate(let attempt, let uuid):
            request("> locate attempt", attempt.value) {
                .located(attempt, self.provider.describe(uuid, on: .queued))
            }
        case .withdraw(let attempt, let uuid):
            request("> withdraw attempt", attempt.value) { .withdrawn(attempt, self.provider.hangUp(uuid)) }
        case .deliver(let delivery, _, _, _):
            exchange { .delivered(delivery, wasAccepted: !self.world.happens(.callbackLost)) }
        case .export(let campaign):
            world.trace.note("> export", campaign.value)
            checker.completed.insert(campaign)
            plan(after: .milliseconds(50), in: process) { self.post(.exported(campaign)) }
        case .notice(let notice): note(notice)
        }
    }

    private func send(_ call: MakeCall) {
        world.trace.note("> call", call.batch.value, Int64(call.destinations.count))
        guard let campaign = checker.handOver(call, at: world.daemonTime) else { return }
        let process = process
        world.plan(after: world.draw.duration(0.005...Self.longestWay.inSeconds)) {
            let reply = self.arrive(call, campaign)
            self.plan(after: reply.delay, in: process) { self.post(.answer(call.batch, reply.answer)) }
        }
    }

    private func arrive(_ call: MakeCall, _ campaign: CampaignID) -> Provider.Reply {
        let reply = provider.receive(call, of: campaign)
        checker.note(reply: reply.answer, to: call)
        if world.mutant == .postRetried, case .unclear(.status) = reply.answer {
            return provider.receive(call, of: campaign)
        }
        return reply
    }

    /// A request to Plivo's API that makes no call.
    private func request(_ name: String, _ number: Int64 = 0, _ answer: @escaping () -> EngineEvent) {
        checker.noteRequest()
        world.trace.note(name, number)
        exchange(answer)
    }

    /// The answer is made after half of the time, and arrives after the other half.
    private func exchange(_ answer: @escaping () -> EngineEvent) {
        let process = process
        let way = world.draw.duration(0.02...0.3)
        world.plan(after: way) {
            let answer = answer()
            self.plan(after: way, in: process) { self.post(answer) }
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
