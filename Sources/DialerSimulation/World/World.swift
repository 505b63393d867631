import DialerCore

/// Time, chance and what is planned: everything that the parts of a run share.
final class World {
    let scenario: Scenario
    let trace: Trace
    let sabotage: Sabotage?
    /// Of everything but the scenario itself.
    var draw: SeededGenerator
    private(set) var now = MonotonicTime(nanoseconds: 0)
    /// By how much the daemon's wall clock is wrong.
    var clockOffset = Duration.zero
    /// No faults any more.
    var isHealed = false
    private(set) var violation: Violation?
    private var agenda = Agenda()

    init(scenario: Scenario, trace: Trace, sabotage: Sabotage?) {
        self.sabotage = sabotage
        self.scenario = scenario
        self.trace = trace
        draw = SeededGenerator(seed: scenario.seed ^ 0x5EED)
    }

    /// What the time really is, which is what the provider's clock says.
    var trueTime: WallTime { Scenario.begin + (now - MonotonicTime(nanoseconds: 0)) }
    /// What the daemon reads.
    var daemonTime: Now { Now(wall: trueTime + clockOffset, monotonic: now) }

    func happens(_ fault: Fault) -> Bool {
        !isHealed && draw.chance(scenario.rate(fault))
    }

    func plan(after duration: Duration, _ body: @escaping () -> Void) {
        agenda.plan(at: now + max(.zero, duration), body)
    }

    /// Forgets what is planned, and with it all that it holds.
    func forget() { agenda = Agenda() }

    /// Goes on to the next thing planned. False when there is none.
    func advance() -> Bool {
        guard let entry = agenda.next() else { return false }
        now = max(now, entry.instant)
        trace.now = now
        entry.body()
        return true
    }

    /// The first word counts.
    func violate(_ promise: Promise, _ detail: @autoclosure () -> String) {
        guard violation == nil else { return }
        violation = Violation(promise: promise, detail: detail())
        trace.note("VIOLATION")
    }
}
