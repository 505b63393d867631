import DialerCore
import DialerEngine
import DialerStore
import Foundation

/// One run of the production core, engine and store in virtual time. Everything follows from the scenario.
package final class Simulation {
    /// Later than the last deadline that a scenario can have.
    private static let longestRun = Duration.seconds(40 * 86_400)
    private static let mostSteps = 30_000

    let world: World
    let store: Store
    let checker: Checker
    private let provider: Provider
    let daemon: SimulatedDaemon
    private let fault = StoreFault()
    private let folder: URL

    /// - Parameter printsAll: whether every event is printed.
    /// - Throws: an error that prevents the run, such as a full disk.
    package init(_ scenario: Scenario, printsAll: Bool = false, mutant: DaemonMutant? = nil) throws {
        folder = Self.memoryFolder.appendingPathComponent("dialer-simulation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let fault = fault
        store = try Store(
            path: folder.appendingPathComponent("dialer.sqlite3").path,
            options: StoreOptions(durability: .off) { try fault.check() }
        )
        world = World(scenario: scenario, trace: Trace(printsAll: printsAll), mutant: mutant)
        checker = Checker(world: world, store: store)
        provider = Provider(world: world, checker: checker)
        daemon = SimulatedDaemon(world: world, store: store, provider: provider, checker: checker, fault: fault)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// A file system in memory if there is one, because only crashes of the process are simulated.
    private static var memoryFolder: URL {
        let shared = URL(fileURLWithPath: "/dev/shm")
        return FileManager.default.isWritableFile(atPath: shared.path) ? shared : FileManager.default.temporaryDirectory
    }

    package func run() -> Report {
        provider.deliver = { [unowned daemon] in daemon.receive($0, $1) }
        defer { world.removePlans() }
        daemon.start()
        planImports()
        planFaults()
        planCommands()
        planResumes()
        planArchiving()
        world.plan(after: world.scenario.faultyFor) { self.heal() }
        while world.violation == nil, !isOver, world.advance() {
            if world.now - .start > Self.longestRun || checker.steps > Self.mostSteps {
                world.violate(.ends, "not over after \(seconds) s, \(checker.steps) steps")
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
            virtualSeconds: seconds
        )
    }

    private var seconds: Int64 { world.now.nanoseconds / 1_000_000_000 }

    private var isOver: Bool {
        world.isHealed && checker.completed.count == world.scenario.campaigns.count && provider.open.isEmpty
    }

    private func planImports() {
        for plan in world.scenario.campaigns {
            world.plan(after: plan.importedAt) { self.checker.attempt { try self.importCampaign(plan) } }
        }
    }

    private func importCampaign(_ plan: CampaignPlan) throws {
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
        checker.noteImport(importer.campaign, plan)
        world.trace.note("import", importer.campaign.value, Int64(plan.size))
    }

    private func planFaults() {
        planEach(.foreignCalls) { self.provider.placeForeignCall() }
        planEach(.crashes) { self.daemon.crash() }
        planEach(.storeFailures) { self.fault.fail(writes: self.world.draw.whole(1...20)) }
        planEach(.outages) { [self] in
            provider.outageEnds = world.now + world.draw.duration(5...200)
            world.trace.note("outage")
        }
        planEach(.stalledQueues) { [self] in
            provider.stall(for: world.draw.duration(10...600))
            world.trace.note("stall")
        }
        planEach(.clockSteps) { [self] in
            // A daemon cannot notice a step before its start.
            guard daemon.isRunning else { return }
            let step = world.draw.duration(60...20_000)
            world.clockOffset += world.draw.chance(0.5) ? step : .zero - step
            checker.clockHasStepped = true
            world.trace.note("clock step", world.clockOffset.milliseconds)
        }
    }

    /// Plans all events of a fault, at random times before all faults end.
    func planEach(_ fault: Fault, _ body: @escaping () -> Void) {
        let end = world.scenario.faultyFor.inSeconds
        for _ in 0..<world.scenario.count(fault) {
            world.plan(after: world.draw.duration(0...end)) { if !self.world.isHealed { body() } }
        }
    }

    /// Ends all faults.
    private func heal() {
        world.isHealed = true
        world.trace.note("healed")
        fault.fail(writes: 0)
        daemon.start()
        for (id, plan) in checker.plans.sorted(by: { $0.key < $1.key }) { resume(id, plan.name) }
    }
}
