/// A point in time: microseconds since 1970-01-01T00:00:00Z.
package struct Moment: Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package func adding(microseconds delta: Int64) -> Moment {
        Moment(microseconds: microseconds + delta)
    }

    package func adding(milliseconds delta: Int64) -> Moment {
        Moment(microseconds: microseconds + delta * 1000)
    }

    /// Microseconds from `earlier` to this moment; negative if `earlier` is later.
    package func microseconds(since earlier: Moment) -> Int64 {
        microseconds - earlier.microseconds
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        left.microseconds < right.microseconds
    }
}
