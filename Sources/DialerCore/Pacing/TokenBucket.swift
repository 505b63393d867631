/// The pace: in any window of T seconds at most `rate × (T + depth)` tokens are taken.
///
/// It begins empty, so that a restart never adds to what the process before it has just handed over; and it is
/// filled by the monotonic clock alone, so that a step of the wall clock adds nothing.
package struct TokenBucket: Hashable, Sendable {
    /// Tokens per second.
    package private(set) var rate: Double
    /// How many seconds' worth of tokens it holds at the most: `dispatch_interval`.
    package private(set) var depth: Duration
    private var level: Double = 0
    private var filledAt: MonotonicTime

    /// - Parameters:
    ///   - rate: tokens per second, above zero.
    ///   - depth: above zero. At least one token is held, however slow the rate, or nothing would ever be taken.
    package init(rate: Double, depth: Duration, at now: MonotonicTime) {
        self.rate = rate
        self.depth = depth
        filledAt = now
        if Mutant.paceBeginsFull.isActive { level = capacity }
    }

    /// The most that can be taken at one instant.
    package var capacity: Double { max(1, rate * depth.inSeconds) }

    /// Whole tokens that can be taken at `now`.
    ///
    /// A millionth is forgiven for the rounding of the sums that lead here.
    package func available(at now: MonotonicTime) -> Int {
        Int(level(at: now) + 1e-6)
    }

    /// - Precondition: `count` is at most ``available(at:)``.
    package mutating func take(_ count: Int, at now: MonotonicTime) {
        precondition(count <= available(at: now), "more tokens taken than there are")
        fill(to: now)
        level -= Double(count)
    }

    /// A new rate from here on. What has been filled stays, up to the new capacity.
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
