/// Money as Plivo gives it: decimal text of five places in the account's currency, kept exactly.
package struct Cost: Hashable, Comparable, Sendable {
    /// 1/100,000 of the currency's unit.
    package var units: Int64

    package init(units: Int64) {
        self.units = units
    }

    package static let zero = Cost(units: 0)

    /// Reads `0.00680`. Places beyond the fifth are rounded half up. Nil for anything but a plain decimal below
    /// ten million.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, whole.count <= 7, !text.isEmpty, text != ".",
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        var places = fraction.utf8.prefix(5).reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        for _ in min(fraction.utf8.count, 5)..<5 { places *= 10 }
        if let sixth = fraction.utf8.dropFirst(5).first, sixth >= 0x35 { places += 1 }
        units = (whole.isEmpty ? 0 : Int64(whole) ?? 0) * 100_000 + places
    }

    /// `14.05000`.
    package var text: String {
        let fraction = String(abs(units) % 100_000)
        let sign = units < 0 ? "-" : ""
        return "\(sign)\(abs(units) / 100_000).\(String(repeating: "0", count: 5 - fraction.count))\(fraction)"
    }

    package static func < (a: Cost, b: Cost) -> Bool { a.units < b.units }

    package static func + (a: Cost, b: Cost) -> Cost { Cost(units: a.units + b.units) }

    package static func - (a: Cost, b: Cost) -> Cost { Cost(units: a.units - b.units) }
}
