extension Duration {
    /// A number of days of 24 hours each.
    package static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// Reads a plain number and a unit: `500ms`, `30s`, `1.5h`. Nil for anything else: no sign, no exponent, no sum of
    /// units, nothing finer than a millisecond, nothing above a million days.
    package init?(setting text: String) {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let name = text.dropFirst(number.count)
        guard let unit = Self.units.first(where: { $0.name == name }) else { return nil }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int64(parts[0]), whole <= 86_400_000_000_000 / unit.milliseconds else {
            return nil
        }
        var milliseconds = whole * unit.milliseconds
        if parts.count == 2 {
            guard let fraction = Int64(parts[1]), parts[1].count <= 9 else { return nil }
            let scale = parts[1].reduce(Int64(1)) { scale, _ in scale * 10 }
            guard fraction * unit.milliseconds % scale == 0 else { return nil }
            milliseconds += fraction * unit.milliseconds / scale
        }
        self = .milliseconds(milliseconds)
    }

    /// The shortest text that ``init(setting:)`` reads as this duration, in the largest unit that divides the duration.
    package var settingText: String {
        guard milliseconds > 0, let unit = Self.units.last(where: { milliseconds % $0.milliseconds == 0 }) else {
            return "0s"
        }
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}

extension Double {
    /// The number as text, without `.0` after a whole number.
    package var settingText: String {
        rounded() == self && magnitude < 1e15 ? String(Int64(self)) : String(self)
    }
}
