/// Reads the fixed-width fields of a timestamp from left to right.
struct DigitReader {
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

    /// `YYYY-MM-DD`. Nil if the date does not exist.
    mutating func date() -> CivilDate? {
        guard let year = number(digits: 4), take(0x2D), let month = number(digits: 2), take(0x2D),
            let day = number(digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`, `T` or a blank, `HH:MM[:SS[.fraction]]`, read as UTC.
    mutating func civilTime() -> WallTime? {
        guard let date = self.date(), take(0x54) || take(0x74) || take(0x20),
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
