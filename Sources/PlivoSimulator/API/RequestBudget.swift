import NIOCore

/// The API's rate limit: so many requests in any five seconds, counted over a sliding window. Refused requests do not
/// count. Plivo documents 300 for make-call and 300 for everything else; here they share one budget, the stricter reading.
package struct RequestBudget: Sendable {
    package static let windowMicroseconds: Int64 = 5_000_000

    private let limit: Int
    private var taken = CircularBuffer<Moment>()

    package init(limit: Int) {
        self.limit = limit
    }

    /// Whether one more request is allowed now.
    package mutating func take(at now: Moment) -> Bool {
        while let first = taken.first, now.microseconds(since: first) >= Self.windowMicroseconds {
            taken.removeFirst()
        }
        guard taken.count < limit else { return false }
        taken.append(now)
        return true
    }
}
