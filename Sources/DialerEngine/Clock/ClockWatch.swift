import DialerCore

/// Compares the wall clock with the monotonic clock from step to step. The wall clock is taken to have been right when the
/// process began.
struct ClockWatch {
    private var last: Now?
    /// How far the wall clock has stepped since then.
    private var drift = Duration.zero

    /// The wall clock has gone too far for Plivo's times to be compared with ours.
    var isSuspect: Bool { drift.magnitude > EnginePolicy.clockTolerance }

    /// - Returns: by how much the wall clock has stepped since the last look; nil if it has not.
    mutating func noteStep(at now: Now) -> Duration? {
        defer { last = now }
        if Mutant.clockStepIgnored.isActive { return nil }
        guard let last else { return nil }
        let step = (now.wall - last.wall) - (now.monotonic - last.monotonic)
        guard step.magnitude > EnginePolicy.smallestClockStep else { return nil }
        drift += step
        return step
    }
}
