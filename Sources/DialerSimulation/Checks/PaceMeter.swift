import DialerCore

/// Measures whether in any window of T at most `rate × (T + depth)` were handed over: a bucket that leaks at the rate
/// and must never hold more than `rate × depth`.
struct PaceMeter {
    let rate: Double
    let depth: Duration
    private var level = 0.0
    private var last = MonotonicTime(nanoseconds: 0)

    init(rate: Double, depth: Duration) {
        self.rate = rate
        self.depth = depth
    }

    /// False if that was too much.
    mutating func add(_ count: Int, at now: MonotonicTime) -> Bool {
        level = max(0, level - rate * (now - last).inSeconds) + Double(count)
        last = now
        return level <= max(1, rate * depth.inSeconds) + 1e-3
    }
}
