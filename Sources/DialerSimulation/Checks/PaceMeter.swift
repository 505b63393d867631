import DialerCore

/// Measures whether at most `rate × (T + depth)` destinations were handed over in every period T. It is a bucket that
/// leaks at `rate` and must never hold more than `rate × depth`.
struct PaceMeter {
    /// Destinations per second.
    let rate: Double
    let depth: Duration
    private(set) var level = 0.0
    private(set) var last = MonotonicTime.start

    /// - Returns: false if this was too much.
    mutating func add(_ count: Int, at now: MonotonicTime) -> Bool {
        level = max(0, level - rate * (now - last).inSeconds) + Double(count)
        last = now
        return level <= max(1, rate * depth.inSeconds) + 1e-3
    }
}
