import DialerCore
import DialerEngine
import DialerStore
import Foundation

/// One run of production core, engine and store in virtual time. Everything follows from the scenario.
package final class Simulation {
    /// Long after the last deadline that a scenario can draw.
    private static let longestRun = Duration.seconds(40 * 86_400)
    private static let mostSteps = 30_000

    let world: World
    let store: Store
    let checker: Checker
    private let provider: Provider
    let daemon: SimulatedDaemon
    private let fault = StoreFault()
    private let folder: URL
    private(set) var campaigns: [CampaignID: String] = [:]

    package init(_ scenario: Scenario, printsAll: Bool = false, sabotage: Sabotage? = nil) throws {
        folder = Self.memoryFolder.appendingPathComponent("dialer-simulation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let fault = fault
        store = try Store(
            path: folder.appendingPathComponent("dialer.sqlite3").path,
            options: StoreOptions(durability: .off) { try fault.check() }
        )
        world = World(scenario: scenario, trace: Trace(printsAll: printsAll), sabotage: sabotage)
        checker = Checker(world: world, store: store)
        provider = Provider(world: world, checker: checker)
        daemon = SimulatedDaemon(world: world, store: store, provider: provider, checker: checker, fault: fault)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// A file system in memory where there is one: what is simulated are crashes of the process.
    private static var memoryFolder: URL {
        let shared = URL(fileURLWithPath: "/dev/shm")
        return FileManager.default.isWritableFile(atPath: shared.path) ? shared : FileManager.default.temporaryDirectory
    }

    package func run() -> Report {
        provider.deliver = { [unowned daemon] in daemon.receive($0, $1) }
        defer { world.forget() }
        daemon.start()
        planImports()
        planTroubles()
        world.plan(after: world.scenario.faultyFor) { self.heal() }
        let end = MonotonicTime(nanoseconds: 0) + Self.longestRun
        while world.violation == nil, !isOver, world.advance() {
            if world.now > end || checker.steps > Self.mostSteps {
                world.violate(
                    .ends,
                    "not over after \(world.now.nanoseconds / 1_000_000_000) s, \(checker.steps) steps"
                )
            }
        }
        if world.violation == nil {
            checker.attempt { try checker.checkEnd(at: world.daemonTime) }
        }
        return Report(
            scenario: world.scenario,
            violation: world.violation,
            step: checker.steps,
            fingerprint: world.trace.fingerprint,
            lastLines: world.trace.lastLines,
            calls: provider.calls.count,
            virtualSeconds: world.now.nanoseconds / 1_000_000_000
        )
    }

    private var isOver: Bool {
        world.isHealed && checker.completed.count == world.scenario.campaigns.count && provider.open.isEmpty
    }

    // MARK: What happens besides

    private func planImports() {
        for (index, plan) in world.scenario.campaigns.enumerated() {
            world.plan(after: plan.importedAt) { self.checker.attempt { try self.importCampaign(plan, index) } }
        }
    }

    private func importCampaign(_ plan: CampaignPlan, _ index: Int) throws {
        let new = NewCampaign(
            name: plan.name,
            settings: plan.settings,
            columns: [],
            fileName: plan.name + ".csv",
            settingsFileName: nil,
            fileSHA256: plan.name
        )
        let importer = try Importer(new, store: store, at: world.daemonTime.wall)
        try importer.add(
            (0..<plan.size).map { row in
                ContactRow(
                    row: row + 2,
                    typed: plan.destination(row).text,
                    destination: plan.destination(row),
                    overrides: plan.overrides(row),
                    zones: plan.zones(row)
                )
            }
        )
        try importer.commit(rows: plan.size, rejected: 0, at: world.daemonTime.wall)
        try store.markFiled(importer.campaign)
        campaigns[importer.campaign] = plan.name
        checker.noteImport(importer.campaign, plan: index)
        world.trace.note("import", importer.campaign.value, Int64(plan.size))
    }

    private func planTroubles() {
        several(.foreignCalls) { self.provider.placeForeignCall() }
        several(.crashes) { self.daemon.crash() }
        several(.storeFailures) { self.fault.fail(writes: self.world.draw.whole(1...20)) }
        several(.outages) {
            self.provider.outageEnds = self.world.now + self.world.draw.duration(5...200)
            self.world.trace.note("outage")
        }
        several(.stalledQueues) {
            self.provider.stall(for: self.world.draw.duration(10...600))
            self.world.trace.note("stall")
        }
        several(.clockSteps) {
            // What steps while no daemon runs, nobody could notice.
            guard self.daemon.isRunning else { return }
            let step = self.world.draw.duration(60...20_000)
            self.world.clockOffset += self.world.draw.chance(0.5) ? step : .zero - step
            self.checker.clockHasStepped = true
            self.world.trace.note("clock step", self.world.clockOffset.milliseconds)
        }
        several(.pauses) {
            guard let (id, name) = self.campaigns.sorted(by: { $0.key < $1.key }).randomElement(using: &self.world.draw)
            else { return }
            self.checker.attempt {
                let withdraws = self.world.scenario.rate(.withdrawingPauses) > 0
                _ = try self.store.pause(name, withdrawing: withdraws, at: self.world.daemonTime.wall)
            }
            self.checker.pausedByOperator.insert(id)
            self.world.trace.note("pause", id.value)
            self.world.plan(after: self.world.draw.duration(1...120)) { self.resume(id, name) }
        }
        lookAfterHalted()
        planWords()
        keepHouse()
    }

    func several(_ fault: Fault, _ body: @escaping () -> Void) {
        let most = world.scenario.faultyFor.inSeconds
        for _ in 0..<world.scenario.count(fault) {
            world.plan(after: world.draw.duration(0...most)) { if !self.world.isHealed { body() } }
        }
    }

    private func resume(_ id: CampaignID, _ name: String) {
        checker.pausedByOperator.remove(id)
        world.trace.note("resume", id.value)
        checker.attempt { _ = try store.resume(name) }
    }

    /// An operator who looks now and then, and sets right whatever halted a campaign.
    private func lookAfterHalted() {
        world.plan(after: .seconds(world.isHealed ? 300 : 60)) {
            self.checker.attempt {
                let status = try self.store.status(isDaemonRunning: true, at: self.world.daemonTime.wall)
                for campaign in status.campaigns where campaign.state == .halted {
                    guard let id = self.campaigns.first(where: { $0.value == campaign.name })?.key else { continue }
                    self.resume(id, campaign.name)
                }
            }
            self.lookAfterHalted()
        }
    }

    private func heal() {
        world.isHealed = true
        world.trace.note("healed")
        fault.fail(writes: 0)
        daemon.start()
        for (id, name) in campaigns.sorted(by: { $0.key < $1.key }) { resume(id, name) }
    }
}
