extension WallTime {
    /// RFC 3339 with an offset, which is positive east of UTC: `2026-12-01T09:00:00-05:00`.
    package func rfc3339(offset: Duration) -> String {
        let minutes: Int64 = offset.milliseconds / 60_000
        guard minutes != 0 else { return rfc3339 }
        let sign = minutes < 0 ? "-" : "+"
        let hours: Int64 = abs(minutes) / 60
        let rest: Int64 = abs(minutes) % 60
        let local = (self + offset).rfc3339.dropLast()
        return "\(local)\(sign)\(hours.padded(to: 2)):\(rest.padded(to: 2))"
    }
}
