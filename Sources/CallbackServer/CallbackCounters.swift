import Synchronization

/// The number of callbacks since the start, by how they were answered. Any thread may use it.
final class CallbackCounters: Sendable {
    enum Result: String, CaseIterable {
        case accepted
        /// Answered 403.
        case forged
        /// Answered 400 or 413.
        case malformed
        /// Answered 503, so that Plivo repeats the callback.
        case failed
    }

    private let counts = Mutex<[Result: Int]>([:])

    /// - Returns: the new count of this result.
    @discardableResult
    func add(_ result: Result) -> Int {
        counts.withLock { counts in
            counts[result, default: 0] += 1
            return counts[result, default: 0]
        }
    }

    var metric: Metric {
        let counts = counts.withLock { $0 }
        return Metric(
            "dialerd_callbacks_total",
            .counter,
            help: "Callbacks received, by how they were answered.",
            samples: Result.allCases.map { Metric.Sample(Double(counts[$0] ?? 0), labels: ["result": $0.rawValue]) }
        )
    }
}
