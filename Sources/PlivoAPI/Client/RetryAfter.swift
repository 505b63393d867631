import DialerCore

/// The `Retry-After` field of an answer (RFC 9110, 10.2.3): seconds, or a date. Plivo documents none; a proxy or a
/// later Plivo may send one (plivo-facts, 5.2).
enum RetryAfter {
    /// A server that asks for more is asked again after an hour.
    static let cap = Duration.seconds(3600)

    /// A date counts from the answer's own `Date`, so that our clock does not matter; without one it says nothing.
    static func of(_ response: HTTPResponse) -> Duration? {
        guard let text = response.headers["retry-after"] else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Int64(text).map { min(.seconds($0), cap) } ?? cap
        }
        guard let until = WallTime(httpDate: text), let now = response.date else { return nil }
        return min(max(until - now, .zero), cap)
    }
}
