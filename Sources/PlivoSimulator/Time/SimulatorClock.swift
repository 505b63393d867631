import Foundation

/// Reads the wall clock once and counts monotonically from there, so that a clock step neither delays nor reorders the
/// events of a call.
struct SimulatorClock: Sendable {
    private let start = ContinuousClock.now
    private let startMoment = Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))

    var now: Moment {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return startMoment.adding(microseconds: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
}
