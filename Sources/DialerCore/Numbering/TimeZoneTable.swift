/// The time zones in which a number may lie, by its longest known prefix: ``TimeZoneData`` as a tree of digits.
struct TimeZoneTable: Sendable {
    static let shared = TimeZoneTable([TimeZoneData.oneZone, TimeZoneData.severalZones])

    /// Ten entries for each node: the child for each digit, or 0 for none. The root is node 0.
    private var children: [UInt16] = Array(repeating: 0, count: 10)
    /// For each node the index of its zones in ``groups``; 0 if it has the zones of the node above.
    private var values: [UInt16] = [0]
    private var groups: [[String]] = [[]]

    /// - Parameter texts: in the form that ``TimeZoneData`` describes.
    init(_ texts: [StaticString]) {
        var zones: [String] = []
        var isGroupOpen = false
        for word in texts.flatMap({ $0.description.split { $0 == " " || $0 == "\n" } }) {
            guard let byte = word.utf8.first, (0x30...0x39).contains(byte) else {
                zones = isGroupOpen ? zones + [String(word)] : [String(word)]
                isGroupOpen = true
                continue
            }
            if isGroupOpen { groups.append(zones) }
            isGroupOpen = false
            let ends = word.split(separator: "-").compactMap { Int64($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { continue }
            for prefix in first...last { insert(prefix) }
        }
    }

    /// Adds a prefix with the zones of the last group.
    private mutating func insert(_ prefix: Int64) {
        var node = 0
        for digit in NumberingPlan.digits(of: prefix) {
            let edge = node * 10 + Int(digit)
            if children[edge] == 0 {
                children[edge] = UInt16(values.count)
                values.append(0)
                children += repeatElement(0, count: 10)
            }
            node = Int(children[edge])
        }
        values[node] = UInt16(groups.count - 1)
    }

    /// Sorted IANA names; empty if the zones are unknown.
    ///
    /// - Parameter digits: E.164 without `+`.
    func zones(of digits: Int64) -> [String] {
        guard digits > 0 else { return [] }
        var divisor: Int64 = 1
        while digits / divisor >= 10 { divisor *= 10 }
        var node = 0
        var value = 0
        while divisor > 0 {
            node = Int(children[node * 10 + Int(digits / divisor % 10)])
            if node == 0 { break }
            if values[node] != 0 { value = Int(values[node]) }
            divisor /= 10
        }
        return groups[value]
    }
}

extension Destination {
    /// The sorted IANA names of every time zone in which the number may lie. Empty for a SIP URI and for unknown
    /// numbers. In most countries a mobile or freephone number may lie anywhere in the country.
    package var timeZones: [String] {
        switch self {
        case .phone(let digits): TimeZoneTable.shared.zones(of: digits)
        case .sip: []
        }
    }
}
