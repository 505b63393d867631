extension CivilTime {
    /// `2024-10-22 16:41:21`, or with another separator between date and time.
    package func text(separator: Character = " ") -> String {
        let date = [Self.padded(year, to: 4), Self.padded(month, to: 2), Self.padded(day, to: 2)]
        let time = [hour, minute, second].map { Self.padded($0, to: 2) }
        return "\(date.joined(separator: "-"))\(separator)\(time.joined(separator: ":"))"
    }

    /// A number that is not negative, with leading zeros up to `width` digits.
    static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
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
