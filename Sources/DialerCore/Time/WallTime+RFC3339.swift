/// Civil dates by the days-from-civil algorithm, so that the core can show and read times without Foundation.
extension WallTime {
    /// `2026-11-22T09:00:00Z`: RFC 3339 in UTC, milliseconds cut off.
    package var rfc3339: String {
        let seconds = milliseconds.flooredQuotient(by: 1000)
        let days = seconds.flooredQuotient(by: 86_400)
        let ofDay = seconds - days * 86_400
        let date = CivilDate(daysSinceEpoch: days)
        let (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
        return "\(date)T\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))Z"
    }

    /// Milliseconds since the epoch of a civil date and time of day in UTC.
    package init(date: CivilDate, hour: Int64, minute: Int64, second: Int64, millisecond: Int64 = 0) {
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        self.init(milliseconds: seconds * 1000 + millisecond)
    }

    /// Reads `2026-12-01T09:00:00-05:00`: RFC 3339 with `Z` or an offset, seconds and their fraction optional,
    /// `T` or a blank between date and time. Nil for anything else, and for a day or an hour that does not exist.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(text.utf8)
        guard let time = reader.civilTime() else { return nil }
        guard let offset = reader.offsetMinutes(), reader.isAtEnd else { return nil }
        self = time - .seconds(offset * 60)
    }

    /// Reads `2024-10-22 16:41:21[.129660]` as if it were UTC; the caller applies the zone it knows.
    package init?(civilUTC text: String) {
        var reader = DigitReader(text.utf8)
        guard let time = reader.civilTime(), reader.isAtEnd else { return nil }
        self = time
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, as calendars need before 1970.
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// With leading zeros, at least `width` characters.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
