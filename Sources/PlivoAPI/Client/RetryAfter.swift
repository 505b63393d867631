import DialerCore
import HTTPClient

/// The `Retry-After` field of a response (RFC 9110, 10.2.3): seconds, or a date. Plivo documents no such field, but a
/// proxy may send one (docs/plivo.md, "Rate limits").
enum RetryAfter {
    /// The longest wait. If a server asks for a longer wait, the next request is sent after an hour.
    static let cap = Duration.seconds(3600)

    /// Nil without a readable field. A date is compared with the response's own `Date`, so that this machine's clock
    /// does not matter; a date in a response without `Date` counts as unreadable.
    static func of(_ response: HTTPResponse) -> Duration? {
        guard let text = response.headers["retry-after"] else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Int64(text).map { min(.seconds($0), cap) } ?? cap
        }
        guard let until = WallTime(httpDate: text), let now = response.date else { return nil }
        return min(max(until - now, .zero), cap)
    }
}
