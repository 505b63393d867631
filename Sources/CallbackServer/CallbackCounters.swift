import Synchronization

/// How callbacks were answered since the start.
final class CallbackCounters: Sendable {
    enum Result: String, CaseIterable {
        case accepted
        /// 403.
        case forged
        /// 400 and 413.
        case malformed
        /// 503: Plivo repeats it.
        case failed
    }

    private let counts = Mutex<[Result: Int]>([:])

    /// The new count.
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
