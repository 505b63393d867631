/// The bounds of a filter such as `end_time`, `end_time__gt`, `end_time__gte`, `end_time__lt`, `end_time__lte`, made into
/// one closed range of integers.
package struct Comparisons: Equatable, Sendable {
    package private(set) var lowest: Int64 = .min
    package private(set) var highest: Int64 = .max

    package static let operators = ["", "__gt", "__gte", "__lt", "__lte"]

    package init() {}

    package var isLowerBounded: Bool { lowest != .min }
    package var isUpperBounded: Bool { highest != .max }

    /// - Parameter width: how many integers from `value` on count as equal to it: 1, or a second's worth.
    package mutating func add(_ comparison: String, _ value: Int64, width: Int64 = 1) {
        switch comparison {
        case "__gt": lowest = max(lowest, value + 1)
        case "__gte": lowest = max(lowest, value)
        case "__lt": highest = min(highest, value - 1)
        case "__lte": highest = min(highest, value)
        default:
            lowest = max(lowest, value)
            highest = min(highest, value + width - 1)
        }
    }

    package func contains(_ value: Int64) -> Bool {
        lowest <= value && value <= highest
    }
}
