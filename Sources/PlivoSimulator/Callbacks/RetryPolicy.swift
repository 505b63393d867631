/// When a callback is tried again, as the fragment of its URL says (docs/plivo.md, "Callbacks"). A value out of the
/// documented range counts as absent. The connect timeout `ct` is ignored
/// (docs/simulator.md, "How it differs from Plivo").
package struct RetryPolicy: Equatable, Sendable {
    /// The kinds of failure that `rp` may name.
    package enum Reason: String, CaseIterable, Sendable {
        case clientError = "4xx"
        case serverError = "5xx"
        case connect = "ct"
        case read = "rt"
    }

    /// `rt`: milliseconds to wait for the response, 100 to 40,000.
    package private(set) var readMilliseconds = 40_000
    /// `tt`: milliseconds for all tries together, 100 to 55,000.
    package private(set) var totalMilliseconds = 55_000
    /// `rc`: tries after the first, 0 to 5.
    package private(set) var retries = 1
    /// `rp`: the failures after which the callback is tried again. By default a 5xx response is none of them.
    package private(set) var reasons: Set<Reason> = [.connect, .read]

    package init() {}

    package init(fragment: some StringProtocol) {
        for item in fragment.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            func set(_ value: WritableKeyPath<Self, Int>, in range: ClosedRange<Int>) {
                if let number = Int(parts[1]), range.contains(number) { self[keyPath: value] = number }
            }
            switch parts[0] {
            case "rt": set(\.readMilliseconds, in: 100...40_000)
            case "tt": set(\.totalMilliseconds, in: 100...55_000)
            case "rc": set(\.retries, in: 0...5)
            case "rp": reasons = Self.reasons(parts[1]) ?? reasons
            default: continue
            }
        }
    }

    /// Whether the callback is tried again.
    ///
    /// - Parameters:
    ///   - reason: the last try's `DeliveryResult.retryReason`.
    ///   - tries: all tries so far, the first included.
    ///   - elapsedMilliseconds: the time since the callback was first due.
    package func allowsRetry(after reason: Reason?, tries: Int, elapsedMilliseconds: Int64) -> Bool {
        guard let reason else { return false }
        return reasons.contains(reason) && tries <= retries && elapsedMilliseconds < Int64(totalMilliseconds)
    }

    private static func reasons(_ list: some StringProtocol) -> Set<Reason>? {
        let names = list.split(separator: ",")
        if names.contains("all") { return Set(Reason.allCases) }
        let known = names.compactMap { Reason(rawValue: String($0)) }
        return known.count == names.count && !known.isEmpty ? Set(known) : nil
    }
}
