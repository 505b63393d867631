/// How often one number may be called in all, whichever campaign calls it (docs/configuration.md, "Campaign settings": `attempt_limits`).
package struct AttemptLimit: Hashable, Sendable, Codable {
    /// 1 or more.
    package var max: Int
    /// The rolling period, counted back from the moment of the next call; one of ``periods``.
    package var within: Duration

    /// A minute to a leap year.
    package static let periods: ClosedRange<Duration> = .seconds(60) ... .days(366)

    package init(max: Int, within: Duration) {
        self.max = max
        self.within = within
    }

    /// When a number that was called so often may be called again.
    ///
    /// - Parameter calls: when the last calls to it were made, the latest first; those that matter are the last ``max``.
    /// - Returns: nil if it may be called now.
    package func end(after calls: [WallTime], at now: WallTime) -> WallTime? {
        guard calls.count >= max else { return nil }
        let end = calls[max - 1] + within
        return end > now ? end : nil
    }
}
