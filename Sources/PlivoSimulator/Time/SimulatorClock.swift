import Foundation

/// Reads the wall clock once and then counts monotonically, so that a clock step neither stalls nor reorders calls.
package struct SimulatorClock: Sendable {
    private let start: ContinuousClock.Instant
    private let startMoment: Moment

    package init() {
        start = .now
        startMoment = Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    package var now: Moment {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return startMoment.adding(microseconds: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
}
