import DialerCore
import DialerEngine
import DialerStore

/// Promises 2 and 6: the counters are correct, and there is a reason for every pause.
extension Checker {
    func checkCounters(at now: Now) throws {
        for status in try store.status(isDaemonRunning: true, at: now.wall).campaigns {
            if !status.progress.isConsistent { world.violate(.complete, "the counters of \(status.name) disagree") }
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
                world.violate(.complete, "\(status.name) counts \(status.progress), its contacts are \(counted)")
            }
            let planned = world.scenario.campaigns.first { $0.name == status.name }?.size
            if counted.contacts != planned { world.violate(.complete, "\(status.name) has lost contacts") }
        }
    }

    /// A campaign with pending contacts must make calls or have a reason. It may be silent for two minutes, and for an
    /// hour while other campaigns make calls, because a campaign of low priority gets few of them.
    func checkReasons(at now: Now) throws {
        for status in try store.status(isDaemonRunning: true, at: now.wall).campaigns {
            guard let campaign = plans.first(where: { world.scenario.campaigns[$0.value].name == status.name })?.key
            else { continue }
            guard status.state.isActive, status.progress[.pending] > 0, status.reason == nil else {
                silences[campaign] = nil
                continue
            }
            var silence = silences[campaign] ?? Silence(since: world.now, housekeepings: housekeepings)
            silence.checks += 1
            silences[campaign] = silence
            let longest = lastRequest > silence.since ? Duration.seconds(3600) : .seconds(120)
            // Contacts that become pending after their campaign's end are finished by the next housekeeping, which is
            // late in an idle simulation.
            if silence.checks > 2, housekeepings > silence.housekeepings, world.now - silence.since > longest {
                world.violate(.reason, "\(status.name) has made no calls for \(longest) and does not say why")
            }
        }
    }
}
