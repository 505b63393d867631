import DialerCore

/// Compares the wall clock with the monotonic clock at each step. The wall clock is assumed to have been right when the
/// process began.
struct ClockWatch {
    private var last: Now?
    /// How far the wall clock has stepped since the process began.
    private var drift = Duration.zero

    /// Whether the wall clock has stepped too far for comparing Plivo's times with ours.
    var isSuspect: Bool { drift.magnitude > EnginePolicy.clockTolerance }

    /// - Returns: how far the wall clock has stepped since the last call of this function; nil if it has not stepped.
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
