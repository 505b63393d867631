extension CivilTime {
    /// `2024-10-22 16:41:21`, or with another separator between date and time.
    package func text(separator: Character = " ") -> String {
        var text = ""
        text.reserveCapacity(32)
        Self.append(year, width: 4, to: &text)
        text.append("-")
        Self.append(month, width: 2, to: &text)
        text.append("-")
        Self.append(day, width: 2, to: &text)
        text.append(separator)
        Self.append(hour, width: 2, to: &text)
        text.append(":")
        Self.append(minute, width: 2, to: &text)
        text.append(":")
        Self.append(second, width: 2, to: &text)
        return text
    }

    /// Appends a number that is not negative, with leading zeros up to `width` digits.
    static func append(_ value: Int, width: Int, to text: inout String) {
        let digits = String(value)
        for _ in 0..<max(0, width - digits.utf8.count) { text.append("0") }
        text.append(digits)
    }

    /// Reads `YYYY-MM-DD HH:MM[:ss[.uuuuuu]]`, the format of the `end_time` filters
    /// (docs/plivo.md, "Times and time zones").
    ///
    /// - Returns: nil if the text has another format or names a day or time that does not exist.
    package static func parse(_ text: String) -> CivilTime? {
        let halves = text.split(separator: " ", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        let time = halves[1].split(separator: ":", omittingEmptySubsequences: false)
        guard date.count == 3, (2...3).contains(time.count),
            let year = number(date[0], digits: 4), let month = number(date[1], digits: 2),
            let day = number(date[2], digits: 2), let hour = number(time[0], digits: 2),
            let minute = number(time[1], digits: 2)
        else { return nil }
        guard time.count == 3 else { return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute) }
        let parts = time[2].split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let second = number(parts[0], digits: 2) else { return nil }
        var microsecond = 0
        if parts.count == 2 {
            guard (1...6).contains(parts[1].utf8.count), let fraction = number(parts[1], digits: parts[1].utf8.count)
            else { return nil }
            microsecond = (parts[1].utf8.count..<6).reduce(fraction) { value, _ in value * 10 }
        }
        return CivilTime(
            year: year,
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second,
            microsecond: microsecond
        )
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(text)
    }
}
