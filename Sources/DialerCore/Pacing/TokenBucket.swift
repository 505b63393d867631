/// The pace: at most `rate × (T + depth)` tokens are taken in any period of T seconds.
///
/// The bucket starts empty, so that a restart adds nothing to the calls that the previous process has just handed over.
/// Only the monotonic clock fills it, so that a step of the wall clock adds nothing either.
package struct TokenBucket: Hashable, Sendable {
    /// Tokens per second.
    package private(set) var rate: Double
    /// The time in which an empty bucket fills: `dispatch_interval`.
    package private(set) var depth: Duration
    private var level: Double = 0
    private var filledAt: MonotonicTime

    /// - Parameters:
    ///   - rate: tokens per second, above zero.
    ///   - depth: above zero. The bucket holds at least one token, however low the rate is, or no token would ever be
    ///     taken.
    package init(rate: Double, depth: Duration, at now: MonotonicTime) {
        self.rate = rate
        self.depth = depth
        filledAt = now
        if Mutant.paceBeginsFull.isActive { level = capacity }
    }

    /// The most tokens that can be taken at one instant.
    package var capacity: Double { max(1, rate * depth.inSeconds) }

    /// The number of whole tokens that can be taken at `now`.
    ///
    /// A millionth of a token may be missing, because the sums are rounded.
    package func available(at now: MonotonicTime) -> Int {
        Int(level(at: now) + 1e-6)
    }

    /// - Precondition: `count` is at most ``available(at:)``.
    package mutating func take(_ count: Int, at now: MonotonicTime) {
        precondition(count <= available(at: now), "more tokens taken than there are")
        fill(to: now)
        level -= Double(count)
    }

    /// Sets a new rate and depth. The tokens so far stay, up to the new capacity.
    package mutating func change(rate: Double, depth: Duration, at now: MonotonicTime) {
        guard rate != self.rate || depth != self.depth else { return }
        fill(to: now)
        self.rate = rate
        self.depth = depth
        level = min(level, capacity)
    }

    private mutating func fill(to now: MonotonicTime) {
        level = level(at: now)
        filledAt = max(filledAt, now)
    }

    private func level(at now: MonotonicTime) -> Double {
        now > filledAt ? min(capacity, level + rate * (now - filledAt).inSeconds) : level
    }
}
