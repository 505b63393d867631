/// Allows at most `limit` events in any period of `span`, such as 300 requests to Plivo's API in 5 s (docs/plivo.md,
/// "Rate limits").
package struct SlidingWindow: Hashable, Sendable {
    package private(set) var limit: Int
    package let span: Duration
    /// A ring with the instants of the last `limit` events. The oldest is at `next`.
    private var instants: [MonotonicTime] = []
    private var next = 0

    package init(limit: Int, span: Duration) {
        self.limit = limit
        self.span = span
    }

    /// Sets a new limit. The events so far still count.
    package mutating func change(limit: Int) {
        guard limit != self.limit else { return }
        let inOrder = instants[next...] + instants[..<next]
        instants = Array(inOrder.suffix(limit))
        next = 0
        self.limit = limit
    }

    /// The number of events that are allowed at `now`.
    package func available(at now: MonotonicTime) -> Int {
        var free = limit - instants.count
        for offset in 0..<instants.count {
            guard now - instants[(next + offset) % instants.count] >= span else { break }
            free += 1
        }
        return free
    }

    /// Counts an event.
    ///
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
