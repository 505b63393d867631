/// When a callback is tried again: what the URL's fragment says, within the documented ranges
/// (docs: voice/concepts/callback-configurations). A value out of range counts as not given.
package struct RetryPolicy: Equatable, Sendable {
    /// What a try can fail with.
    package enum Reason: String, Sendable {
        case clientError = "4xx"
        case serverError = "5xx"
        case connect = "ct"
        case read = "rt"
    }

    /// `ct`: milliseconds to connect, 100 to 10,000.
    package var connectMilliseconds = 2000
    /// `rt`: milliseconds to wait for the answer, 100 to 40,000.
    package var readMilliseconds = 40_000
    /// `tt`: milliseconds for all tries together, 100 to 55,000.
    package var totalMilliseconds = 55_000
    /// `rc`: tries after the first, 0 to 5.
    package var retries = 1
    /// `rp`: what is tried again. A 5xx answer is not, unless it is asked for.
    package var reasons: Set<Reason> = [.connect, .read]

    package init() {}

    package init(fragment: some StringProtocol) {
        for item in fragment.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let number = Int(parts[1])
            switch parts[0] {
            case "ct": connectMilliseconds = Self.within(100...10_000, number) ?? connectMilliseconds
            case "rt": readMilliseconds = Self.within(100...40_000, number) ?? readMilliseconds
            case "tt": totalMilliseconds = Self.within(100...55_000, number) ?? totalMilliseconds
            case "rc": retries = Self.within(0...5, number) ?? retries
            case "rp": reasons = Self.reasons(parts[1]) ?? reasons
            default: continue
            }
        }
    }

    /// Whether to try again after `tries` tries that took `elapsedMilliseconds` in all, the last of which failed with
    /// `reason`; nil is a failure that nothing is tried again for, such as a redirect.
    package func allowsRetry(after reason: Reason?, tries: Int, elapsedMilliseconds: Int64) -> Bool {
        guard let reason else { return false }
        return reasons.contains(reason) && tries <= retries && elapsedMilliseconds < Int64(totalMilliseconds)
    }

    private static func within(_ range: ClosedRange<Int>, _ number: Int?) -> Int? {
        number.flatMap { range.contains($0) ? $0 : nil }
    }

    private static func reasons(_ list: some StringProtocol) -> Set<Reason>? {
        let names = list.split(separator: ",")
        if names.contains("all") { return [.clientError, .serverError, .connect, .read] }
        let known = names.compactMap { Reason(rawValue: String($0)) }
        return known.count == names.count && !known.isEmpty ? Set(known) : nil
    }
}
