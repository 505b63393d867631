import DialerCore
import DialerStore

extension EngineStep {
    /// A smaller difference is what time services correct all day.
    private static var smallestStep: Duration { .seconds(60) }

    /// The wall clock has gone another way than the monotonic one: deadlines of open calls move along, so that a step
    /// forwards gives nobody up, and a step backwards holds nobody up.
    mutating func noticeClockStep() throws {
        defer { memory.lastStep = now }
        if Mutant.clockStepIgnored.isActive { return }
        guard let last = memory.lastStep else { return }
        let step = (now.wall - last.wall) - (now.monotonic - last.monotonic)
        guard step > Self.smallestStep || step < .zero - Self.smallestStep else { return }
        memory.clockDrift += step
        try transaction.moveOpenCalls(by: step)
        // What it has read so far is dated by the clock that was wrong.
        memory.inquiry = nil
        notify(.clockStepped(seconds: step.milliseconds / 1000))
    }
}
