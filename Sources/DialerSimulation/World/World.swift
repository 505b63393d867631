import DialerCore

extension MonotonicTime {
    /// The beginning of a run.
    static let start = MonotonicTime(nanoseconds: 0)
}

/// What the parts of a run share: the time, the random choices and the planned events.
final class World {
    let scenario: Scenario
    let trace: Trace
    let mutant: DaemonMutant?
    /// Makes all random choices except those of the scenario.
    var draw: SeededGenerator
    private(set) var now = MonotonicTime.start
    /// The error of the daemon's wall clock.
    var clockOffset = Duration.zero
    /// True once all faults have ended.
    var isHealed = false
    private(set) var violation: Violation?
    private var agenda = Agenda()

    init(scenario: Scenario, trace: Trace, mutant: DaemonMutant?) {
        self.mutant = mutant
        self.scenario = scenario
        self.trace = trace
        draw = SeededGenerator(seed: scenario.seed ^ 0x5EED)
    }

    /// The true time, which the provider's clock shows.
    var trueTime: WallTime { Scenario.begin + (now - .start) }
    /// The time that the daemon reads.
    var daemonTime: Now { Now(wall: trueTime + clockOffset, monotonic: now) }

    func happens(_ fault: Fault) -> Bool {
        !isHealed && draw.chance(scenario.rate(fault))
    }

    func plan(after duration: Duration, _ body: @escaping () -> Void) {
        agenda.plan(at: now + max(.zero, duration), body)
    }

    /// Removes all planned events, and with them what they hold in memory.
    func removePlans() { agenda = Agenda() }

    /// Carries out the next planned event.
    ///
    /// - Returns: false if there is none.
    func advance() -> Bool {
        guard let event = agenda.next() else { return false }
        now = max(now, event.instant)
        trace.now = now
        event.body()
        return true
    }

    /// Ends the run with a violation. Only the first one is kept.
    func violate(_ promise: Promise, _ detail: @autoclosure () -> String) {
        guard violation == nil else { return }
        violation = Violation(promise: promise, detail: detail())
        trace.note("VIOLATION")
    }
}
