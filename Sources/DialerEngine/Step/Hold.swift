import DialerCore

/// A pause after failures, which doubles with each failure in a row.
///
/// The engine has two pauses: one for make-call requests, after a 429 or a failure to connect, and one for look-ups.
struct Hold<Cause> {
    private var until: MonotonicTime?
    private var cause: Cause?
    private var backoff = Backoff(base: EnginePolicy.firstHold, cap: EnginePolicy.longestHold)

    var failuresInARow: Int { backoff.failures }

    /// Why nothing is sent now; nil: no pause is under way.
    func cause(at now: MonotonicTime) -> Cause? { until.map { now < $0 } ?? false ? cause : nil }

    /// Notes a failure.
    ///
    /// - Parameter asked: the time that the server asked for (`Retry-After`); the pause is never shorter.
    /// - Returns: how long the pause is.
    mutating func fail(
        because cause: Cause,
        atLeast asked: Duration?,
        at now: MonotonicTime,
        using generator: inout any RandomNumberGenerator
    ) -> Duration {
        let wait = backoff.fail(atLeast: asked, using: &generator)
        until = max(until ?? now, now + wait)
        self.cause = cause
        return wait
    }

    /// Notes a success: the next failure counts as the first in a row. A pause that has begun goes on.
    mutating func succeed() { backoff.succeed() }
}
