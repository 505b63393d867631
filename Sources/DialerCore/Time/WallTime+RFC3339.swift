/// Text forms of instants. The core writes and reads them itself, because it does not import Foundation.
extension WallTime {
    /// RFC 3339 in UTC, to the second, rounded down: `2026-11-22T09:00:00Z`.
    package var rfc3339: String {
        let seconds = milliseconds.flooredQuotient(by: 1000)
        let days = seconds.flooredQuotient(by: 86_400)
        let ofDay = seconds - days * 86_400
        let date = CivilDate(daysSinceEpoch: days)
        let (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
        return "\(date)T\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))Z"
    }

    /// The instant of a date and a time of day in UTC.
    package init(date: CivilDate, hour: Int64, minute: Int64, second: Int64, millisecond: Int64 = 0) {
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        self.init(milliseconds: seconds * 1000 + millisecond)
    }

    /// Reads RFC 3339 with `Z` or an offset, such as `2026-12-01T09:00:00-05:00`. Seconds and their fraction are
    /// optional, and a blank may stand for `T`. Nil for any other form, and for a date or a time that does not exist.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(text.utf8)
        guard let time = reader.civilTime() else { return nil }
        guard let offset = reader.offsetMinutes(), reader.isAtEnd else { return nil }
        self = time - .seconds(offset * 60)
    }

    /// Reads `2024-10-22 16:41:21[.129660]` as if it were UTC. The caller applies the zone of the text.
    package init?(civilUTC text: String) {
        var reader = DigitReader(text.utf8)
        guard let time = reader.civilTime(), reader.isAtEnd else { return nil }
        self = time
    }
}

extension Int64 {
    /// Division that rounds toward minus infinity, which calendars need for times before 1970.
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// At least `width` characters, with leading zeros.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
