import DialerCore
import DialerStore

/// Operator commands.
extension Simulation {
    func planCommands() {
        planEach(.pauses) { [self] in
            guard let (id, name) = anyCampaign() else { return }
            let withdraws = world.scenario.rate(.withdrawingPauses) > 0
            checker.attempt { _ = try store.pause(name, withdrawing: withdraws, at: world.daemonTime.wall) }
            checker.pausedByOperator.insert(id)
            world.trace.note("pause", id.value)
            world.plan(after: world.draw.duration(1...120)) { self.resume(id, name) }
        }
        planEach(.cancels) { [self] in
            guard let (id, name) = anyCampaign() else { return }
            world.trace.note("cancel", id.value)
            checker.attempt {
                guard case .done = try store.cancel(name, at: world.daemonTime.wall) else { return }
                checker.cancelledAt[id] = world.now
            }
            daemon.wake()
        }
        planEach(.listings) { [self] in
            let plan = world.draw.pick(world.scenario.campaigns)
            let numbers = (0...world.draw.whole(0...2)).map { _ in
                plan.destination(world.draw.whole(0...plan.size - 1))
            }
            world.trace.note("do not call", Int64(numbers.count))
            checker.attempt {
                let now = world.daemonTime.wall
                _ = try store.addDoNotCall(numbers, reason: "", source: "simulation", at: now)
            }
            for number in numbers where checker.listedAt[number] == nil { checker.listedAt[number] = world.now }
            daemon.wake()
        }
        planEach(.retryChanges) { [self] in
            let retrying = checker.plans.filter { !$0.value.settings.retry.delays.isEmpty }.sorted { $0.key < $1.key }
            guard let (id, plan) = retrying.randomElement(using: &world.draw) else { return }
            changeRetry(of: id, plan.settings)
        }
    }

    private func anyCampaign() -> (id: CampaignID, name: String)? {
        checker.plans.sorted { $0.key < $1.key }.randomElement(using: &world.draw).map { ($0.key, $0.value.name) }
    }

    /// Keeps the delays of the plan, so that the wait before a call is the same under all settings that may be in
    /// force.
    private func changeRetry(of campaign: CampaignID, _ planned: CampaignSettings) {
        var settings = planned
        switch world.draw.whole(0...3) {
        case 0, 1: settings.retry.maxAttempts = 1
        case 2: settings.retry.delays[world.draw.pick(RetryPolicy.retriable)] = nil
        default: break
        }
        checker.attempt {
            guard try store.changeSettings(of: campaign, to: settings, sha256: nil) == .done else { return }
            checker.retryChanges[campaign, default: []].append((world.now, settings.retry))
        }
        world.trace.note("retry change", campaign.value)
    }

    func resume(_ id: CampaignID, _ name: String) {
        checker.pausedByOperator.remove(id)
        world.trace.note("resume", id.value)
        checker.attempt { _ = try store.resume(name) }
    }

    /// Resumes halted campaigns from time to time, like an operator who has removed the cause.
    func planResumes() {
        world.plan(after: .seconds(world.isHealed ? 300 : 60)) { [self] in
            checker.attempt {
                let status = try store.status(isDaemonRunning: true, at: world.daemonTime.wall)
                for campaign in status.campaigns where campaign.state == .halted {
                    guard let id = checker.campaign(named: campaign.name) else { continue }
                    resume(id, campaign.name)
                }
            }
            planResumes()
        }
    }
}
