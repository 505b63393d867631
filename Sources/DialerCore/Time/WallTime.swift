/// An instant of civil time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Wall times are stored and shown. The wall clock may step backward or forward, so nothing is *measured* with it:
/// pacing and timeouts use ``MonotonicTime``.
package struct WallTime: Hashable, Comparable, Sendable, Codable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static let epoch = WallTime(milliseconds: 0)
    /// 9999-12-31T23:59:59.999Z, later than every real instant.
    package static let distantFuture = WallTime(milliseconds: 253_402_300_799_999)

    package static func < (a: WallTime, b: WallTime) -> Bool { a.milliseconds < b.milliseconds }

    package static func + (time: WallTime, duration: Duration) -> WallTime {
        WallTime(milliseconds: time.milliseconds + duration.milliseconds)
    }

    package static func - (time: WallTime, duration: Duration) -> WallTime {
        WallTime(milliseconds: time.milliseconds - duration.milliseconds)
    }

    package static func - (a: WallTime, b: WallTime) -> Duration {
        .milliseconds(a.milliseconds - b.milliseconds)
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
