/// How often one number may be called in all, whichever campaign calls it (interface, section 4: `attempt_limits`).
package struct AttemptLimit: Hashable, Sendable, Codable {
    /// 1 or more.
    package var max: Int
    /// The rolling period, counted back from the moment of the next call.
    package var within: Duration

    package init(max: Int, within: Duration) {
        self.max = max
        self.within = within
    }
}
