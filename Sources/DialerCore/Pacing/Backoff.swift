/// A wait that doubles with each failure in a row, from `base` to `cap`, with jitter.
package struct Backoff: Hashable, Sendable {
    package let base: Duration
    package let cap: Duration
    package private(set) var failures = 0

    package init(base: Duration, cap: Duration) {
        self.base = base
        self.cap = cap
    }

    /// Notes a failure and says how long to wait: between half of the doubled wait and all of it, so that many
    /// clients do not come back at one instant; never less than what the server asked for.
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

    package mutating func succeed() {
        failures = 0
    }

    /// `base × 2^failures`, at most `cap`: the wait without jitter.
    package static func wait(base: Duration, cap: Duration, failures: Int) -> Duration {
        min(cap, base * (1 << min(failures, 30)))
    }
}
