import DialerCore
import DialerStore

/// Words of operators that are for good.
extension Simulation {
    func planWords() {
        several(.cancels) {
            guard let (id, name) = self.campaigns.sorted(by: { $0.key < $1.key }).randomElement(using: &self.world.draw)
            else { return }
            self.world.trace.note("cancel", id.value)
            self.checker.attempt {
                guard case .done = try self.store.cancel(name, at: self.world.daemonTime.wall) else { return }
                self.checker.cancelled[id] = self.world.now
            }
            self.daemon.wake()
        }
        several(.listings) {
            let plan = self.world.draw.pick(self.world.scenario.campaigns)
            let numbers = (0...self.world.draw.whole(0...2)).map { _ in
                plan.destination(self.world.draw.whole(0...plan.size - 1))
            }
            self.world.trace.note("do not call", Int64(numbers.count))
            self.checker.attempt {
                let wall = self.world.daemonTime.wall
                _ = try self.store.addDoNotCall(numbers, reason: "", source: "simulation", at: wall)
            }
            for number in numbers where self.checker.listed[number] == nil {
                self.checker.listed[number] = self.world.now
            }
            self.daemon.wake()
        }
        several(.retryChanges) {
            let planned = self.campaigns.keys.sorted().compactMap { id in self.checker.settings(of: id).map { (id, $0) }
            }
            let retrying = planned.filter { !$0.1.retry.delays.isEmpty }
            guard let (id, settings) = retrying.randomElement(using: &self.world.draw) else { return }
            self.changeRetry(of: id, settings)
        }
    }

    /// Delays stay as they are planned, so that the wait before a call is the same whichever settings asked for it.
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
}
