/// At most `limit` events in any window of `span`: Plivo's API limit of 300 requests in 5 s (docs/plivo.md, "Rate
/// limits").
package struct SlidingWindow: Hashable, Sendable {
    package private(set) var limit: Int
    package let span: Duration
    /// A ring of the instants of the last `limit` events; the oldest is at `next`.
    private var instants: [MonotonicTime] = []
    private var next = 0

    package init(limit: Int, span: Duration) {
        self.limit = limit
        self.span = span
    }

    /// A new limit from here on; the last events still count.
    package mutating func change(limit: Int) {
        guard limit != self.limit else { return }
        let inOrder = instants[next...] + instants[..<next]
        instants = Array(inOrder.suffix(limit))
        next = 0
        self.limit = limit
    }

    /// How many events may happen at `now`.
    package func available(at now: MonotonicTime) -> Int {
        var free = limit - instants.count
        for offset in 0..<instants.count {
            guard now - instants[(next + offset) % instants.count] >= span else { break }
            free += 1
        }
        return free
    }

    /// - Precondition: ``available(at:)`` is above zero.
    package mutating func record(at now: MonotonicTime) {
        precondition(available(at: now) > 0, "more events than the window allows")
        if instants.count < limit {
            instants.append(now)
        } else {
            instants[next] = now
            next = (next + 1) % limit
        }
    }
}
