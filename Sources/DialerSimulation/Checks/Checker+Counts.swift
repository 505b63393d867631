import DialerCore
import DialerEngine
import DialerStore

/// Promises 2 and 6: counters are what a count would give, and whatever waits says why.
extension Checker {
    func recount(at now: Now) throws {
        for status in try store.status(isDaemonRunning: true, at: now.wall).campaigns {
            if !status.progress.isConsistent { world.violate(.nobodyLost, "the counters of \(status.name) disagree") }
            var counted = CampaignProgress()
            try store.forEachResult(ofCampaign: status.name) { page in
                for contact in page {
                    counted.contacts += 1
                    counted[contact.state] += 1
                    if let outcome = contact.outcome { counted[outcome] += 1 }
                    counted.attempts += contact.attempts
                    counted.cost = counted.cost + contact.cost
                }
            }
            if counted != status.progress {
                world.violate(.nobodyLost, "\(status.name) counts \(status.progress), its contacts are \(counted)")
            }
            let planned = world.scenario.campaigns.first { $0.name == status.name }?.size
            if counted.contacts != planned { world.violate(.nobodyLost, "\(status.name) has lost contacts") }
        }
    }

    /// A campaign with pending contacts that neither dials nor says why is silent; for a while it may be, and for a long
    /// while when others have their turns, of which a low priority gets few.
    func checkReasons(at now: Now) throws {
        for status in try store.status(isDaemonRunning: true, at: now.wall).campaigns {
            guard let campaign = plans.first(where: { world.scenario.campaigns[$0.value].name == status.name })?.key
            else { continue }
            guard status.state.isActive, status.progress[.pending] > 0, status.reason == nil else {
                silence[campaign] = nil
                continue
            }
            var silent = silence[campaign] ?? Silence(since: world.now, housekeepings: housekeepings)
            silent.looks += 1
            silence[campaign] = silent
            // What has just become pending past its campaign's end goes at the next look, which an idle simulation puts off.
            let most = lastRequest > silent.since ? Duration.seconds(3600) : .seconds(120)
            if silent.looks > 2, housekeepings > silent.housekeepings, world.now - silent.since > most {
                world.violate(.reason, "\(status.name) has not dialled for \(most) and does not say why")
            }
        }
    }
}
