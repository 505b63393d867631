import NIOCore

/// The API's rate limit: a number of requests in any five seconds, over a sliding window. Refused requests do not
/// count.
///
/// Plivo documents one limit for make-call requests and one for all others; here all requests share one limit, which is
/// the stricter reading (docs/plivo.md, "Rate limits").
struct RateLimiter: Sendable {
    private static let windowMicroseconds: Int64 = 5_000_000

    private let limit: Int
    private var admitted = CircularBuffer<Moment>()

    init(limit: Int) {
        self.limit = limit
    }

    /// Counts a request, unless the limit is reached.
    ///
    /// - Returns: whether the request is admitted.
    mutating func admit(at now: Moment) -> Bool {
        while let first = admitted.first, now.microseconds(since: first) >= Self.windowMicroseconds {
            admitted.removeFirst()
        }
        guard admitted.count < limit else { return false }
        admitted.append(now)
        return true
    }
}
