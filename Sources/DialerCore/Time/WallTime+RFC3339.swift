/// Civil dates by the days-from-civil algorithm, so that the core can show and read times without Foundation.
extension WallTime {
    /// `2026-11-22T09:00:00Z`: RFC 3339 in UTC, milliseconds cut off.
    package var rfc3339: String {
        let seconds = milliseconds.flooredQuotient(by: 1000)
        let days = seconds.flooredQuotient(by: 86_400)
        let ofDay = seconds - days * 86_400
        let date = CivilDate(daysSinceEpoch: days)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
            + "T\(padded(ofDay / 3600, 2)):\(padded(ofDay / 60 % 60, 2)):\(padded(ofDay % 60, 2))Z"
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

    private func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Comparable, Sendable {
    package var year: Int64
    /// 1 to 12.
    package var month: Int64
    /// 1 to 31.
    package var day: Int64

    /// Nil for a day that does not exist, such as 30 February.
    package init?(year: Int64, month: Int64, day: Int64) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
        guard CivilDate(daysSinceEpoch: daysSinceEpoch) == self else { return nil }
    }

    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    package init(daysSinceEpoch days: Int64) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Howard Hinnant's `days_from_civil`.
    package var daysSinceEpoch: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package static func < (a: CivilDate, b: CivilDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }
}

extension Int64 {
    /// Division that rounds towards minus infinity, as calendars need before 1970.
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// Reads the fixed-width fields of a timestamp, left to right.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String.UTF8View) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func number(digits count: Int) -> Int64? {
        guard rest.count >= count else { return nil }
        var value: Int64 = 0
        for _ in 0..<count {
            let byte = rest.removeFirst()
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }

    /// `YYYY-MM-DD`, `T` or a blank, `HH:MM[:SS[.fraction]]`.
    mutating func civilTime() -> WallTime? {
        guard let year = number(digits: 4), take(0x2D), let month = number(digits: 2), take(0x2D),
            let day = number(digits: 2), let date = CivilDate(year: year, month: month, day: day),
            take(0x54) || take(0x74) || take(0x20),
            let hour = number(digits: 2), hour < 24, take(0x3A), let minute = number(digits: 2), minute < 60
        else { return nil }
        var second: Int64 = 0
        var millisecond: Int64 = 0
        if take(0x3A) {
            guard let value = number(digits: 2), value <= 60 else { return nil }
            second = value
            if take(0x2E) {
                guard let value = fractionMilliseconds() else { return nil }
                millisecond = value
            }
        }
        return WallTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
    }

    private mutating func fractionMilliseconds() -> Int64? {
        var value: Int64 = 0
        var digits = 0
        while let byte = rest.first, (0x30...0x39).contains(byte) {
            if digits < 3 { value = value * 10 + Int64(byte - 0x30) }
            digits += 1
            rest.removeFirst()
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 3)..<3 { value *= 10 }
        return value
    }

    /// `Z`, `+05:30` or `-0500`: minutes east of UTC.
    mutating func offsetMinutes() -> Int64? {
        if take(0x5A) || take(0x7A) { return 0 }
        let sign: Int64
        if take(0x2B) { sign = 1 } else if take(0x2D) { sign = -1 } else { return nil }
        guard let hours = number(digits: 2), hours < 24 else { return nil }
        _ = take(0x3A)
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
