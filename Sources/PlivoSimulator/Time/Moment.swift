/// A point in time: microseconds since 1970-01-01T00:00:00Z.
///
/// The whole room measures with it. `SimulatorClock` reads the wall clock once and counts monotonically from there,
/// so a clock step cannot reorder the events of a call.
package struct Moment: Comparable, Hashable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package init(seconds: Int64) {
        self.microseconds = seconds * 1_000_000
    }

    package func adding(microseconds delta: Int64) -> Moment {
        Moment(microseconds: microseconds + delta)
    }

    package func adding(milliseconds delta: Int64) -> Moment {
        Moment(microseconds: microseconds + delta * 1000)
    }

    /// Microseconds from `earlier` to here; negative when `earlier` is in fact later.
    package func microseconds(since earlier: Moment) -> Int64 {
        microseconds - earlier.microseconds
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.microseconds < right.microseconds
    }
}
