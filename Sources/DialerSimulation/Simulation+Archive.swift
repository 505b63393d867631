import DialerCore
import DialerStore

/// What `Archiver` does, a slice at a time.
extension Simulation {
    private static let interval = Duration.seconds(5)
    /// So few that claims come in between.
    private static let rows = 7

    func keepHouse() {
        guard let retention = world.scenario.retention else { return }
        world.plan(after: Self.interval) {
            self.checker.attempt {
                let now = self.world.daemonTime.wall
                for campaign in try self.store.archivableCampaigns(endedBefore: now - retention) {
                    // This is when results.csv must be whole.
                    try self.checker.checkResults(of: campaign.id)
                    guard try self.store.archive(campaign.id, endedBefore: now - retention, at: now) else { continue }
                    self.checker.archived.insert(campaign.id)
                    self.world.trace.note("archive", campaign.id.value)
                }
                _ = try self.store.removeArchivedRows(limit: Self.rows, at: now)
                try self.checkArchived()
            }
            self.keepHouse()
        }
    }

    /// The counters stay what they were.
    private func checkArchived() throws {
        for id in checker.archived.sorted() {
            guard let plan = checker.plans[id].map({ world.scenario.campaigns[$0] }) else { continue }
            let report = try store.status(of: plan.name, isDaemonRunning: true, at: world.daemonTime.wall)
            if report.campaigns.first?.progress[.finished] != plan.size {
                world.violate(.nobodyLost, "\(plan.name) has lost its counts")
            }
        }
    }
}
