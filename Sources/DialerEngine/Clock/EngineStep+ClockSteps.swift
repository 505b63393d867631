import DialerCore
import DialerStore

extension EngineStep {
    /// Moves the deadlines of open calls along with a wall clock that has stepped, so that a step forward gives up no
    /// call and a step backward delays none.
    mutating func followClockStep() throws {
        guard let step = memory.clock.noteStep(at: now) else { return }
        try transaction.moveOpenCalls(by: step)
        // The answers so far of the scan or sweep under way are dated by the wrong clock.
        memory.reconciliation.end()
        notify(.clockStepped(seconds: step.milliseconds / 1000))
    }
}
