/// How often one number may be called by all campaigns together (docs/configuration.md, "Campaign settings":
/// `attempt_limits`).
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

    /// When a number that has reached the limit may be called again.
    ///
    /// - Parameter calls: the times of the last calls to the number, the latest first; only the last ``max`` of them
    ///   count.
    /// - Returns: nil if the number may be called now.
    package func end(after calls: [WallTime], at now: WallTime) -> WallTime? {
        guard calls.count >= max else { return nil }
        let end = calls[max - 1] + within
        return end > now ? end : nil
    }
}
