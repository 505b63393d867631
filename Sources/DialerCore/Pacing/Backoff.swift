/// A waiting time with jitter that doubles with each failure in a row, from `base` to `cap`.
package struct Backoff: Hashable, Sendable {
    package let base: Duration
    package let cap: Duration
    package private(set) var failures = 0

    package init(base: Duration, cap: Duration) {
        self.base = base
        self.cap = cap
    }

    /// Counts a failure and returns how long to wait: from half of the doubled time to all of it, at random, so that
    /// many clients do not return at the same instant.
    ///
    /// - Parameter asked: the time that the server asked for (`Retry-After`); the result is never shorter, even above
    ///   `cap`.
    package mutating func fail(
        atLeast asked: Duration? = nil,
        using generator: inout some RandomNumberGenerator
    ) -> Duration {
        let whole = Self.wait(base: base, cap: cap, failures: failures)
        failures += 1
        let jittered = Duration.nanoseconds(
            Int64.random(in: whole.nanoseconds / 2...whole.nanoseconds, using: &generator)
        )
        return max(jittered, asked ?? .zero)
    }

    /// The next failure starts with `base` again.
    package mutating func succeed() {
        failures = 0
    }

    /// The waiting time without jitter: `base × 2^failures`, at most `cap`.
    package static func wait(base: Duration, cap: Duration, failures: Int) -> Duration {
        min(cap, base * (1 << min(failures, 30)))
    }
}
