import DialerCore
import DialerStore

/// Archiving, as `HousekeepingService` does it.
extension Simulation {
    private static let archivingInterval = Duration.seconds(5)
    /// Rows removed at once: few, so that claims come between two removals.
    private static let removedAtOnce = 7

    func planArchiving() {
        guard let retention = world.scenario.retention else { return }
        world.plan(after: Self.archivingInterval) { [self] in
            checker.attempt {
                let now = world.daemonTime.wall
                for campaign in try store.archivableCampaigns(endedBefore: now - retention) {
                    // The daemon checks results.csv at this point.
                    try checker.checkResults(of: campaign.id)
                    guard try store.archive(campaign.id, endedBefore: now - retention, at: now) else { continue }
                    checker.archived.insert(campaign.id)
                    world.trace.note("archive", campaign.id.value)
                }
                _ = try store.removeArchivedRows(limit: Self.removedAtOnce, at: now)
                try checkArchived()
            }
            planArchiving()
        }
    }

    /// Checks that archived campaigns keep their counters.
    private func checkArchived() throws {
        for id in checker.archived.sorted() {
            guard let plan = checker.plan(of: id) else { continue }
            let report = try store.status(of: plan.name, isDaemonRunning: true, at: world.daemonTime.wall)
            if report.campaigns.first?.progress[.finished] != plan.size {
                world.violate(.complete, "\(plan.name) has lost its counters")
            }
        }
    }
}
