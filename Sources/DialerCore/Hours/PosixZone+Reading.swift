extension PosixZone {
    /// Nil if RFC 9636 does not allow the text.
    ///
    /// - Parameter text: the text between the line ends of a TZif file's footer, not empty.
    init?(_ text: some Sequence<UInt8>) {
        var reader = PosixZoneReader(text)
        guard let zone = reader.zone(), reader.isAtEnd else { return nil }
        self = zone
    }
}

/// Reads the parts of a `TZ` string from left to right.
private struct PosixZoneReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: some Sequence<UInt8>) {
        rest = Array(text)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// `std offset [dst [offset] , rule]`
    mutating func zone() -> PosixZone? {
        guard skipName(), let west = time(maxHours: 24) else { return nil }
        var zone = PosixZone(standardOffset: -west)
        guard !isAtEnd else { return zone }
        guard skipName() else { return nil }
        var offset = zone.standardOffset + 3600
        if rest.first != UInt8(ascii: ",") {
            guard let west = time(maxHours: 24) else { return nil }
            offset = -west
        }
        guard let begins = moment(), let ends = moment() else { return nil }
        zone.daylight = PosixZone.Daylight(offset: offset, begins: begins, ends: ends)
        return zone
    }

    /// A name: three or more letters, or letters, digits and signs in `<>`.
    private mutating func skipName() -> Bool {
        let isQuoted = take("<")
        let name = rest.prefix { byte in
            byte.isLetter || isQuoted && (byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
        }
        rest = rest[name.endIndex...]
        return name.count >= 3 && (!isQuoted || take(">"))
    }

    /// `,date[/time]`
    private mutating func moment() -> PosixZone.YearlyMoment? {
        guard take(","), let day = day() else { return nil }
        guard take("/") else { return PosixZone.YearlyMoment(day: day, time: 2 * 3600) }
        guard let time = time(maxHours: 167) else { return nil }
        return PosixZone.YearlyMoment(day: day, time: time)
    }

    private mutating func day() -> PosixZone.YearlyDay? {
        if take("J") { return number(in: 1...365).map { .ofCommonYear($0) } }
        guard take("M") else { return number(in: 0...365).map { .ofYear($0) } }
        guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
            let weekday = number(in: 0...6)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    private mutating func time(maxHours: Int64) -> Int64? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(in: 0...maxHours) else { return nil }
        var seconds = hours * 3600
        for unit: Int64 in [60, 1] where take(":") {
            guard let count = number(in: 0...59) else { return nil }
            seconds += count * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// One to three digits; no field has more.
    private mutating func number(in range: ClosedRange<Int64>) -> Int64? {
        let digits = rest.prefix(4).prefix(while: \.isDigit)
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest[digits.endIndex...]
        let value = digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        return range.contains(value) ? value : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }
}
