/// The values that a filter such as `end_time` lets pass: a closed range, narrowed by each of the parameters
/// `end_time`, `end_time__gt`, `end_time__gte`, `end_time__lt` and `end_time__lte`.
struct FilterRange: Sendable {
    private(set) var lowest: Int64 = .min
    private(set) var highest: Int64 = .max

    static let suffixes = ["", "__gt", "__gte", "__lt", "__lte"]

    var isLowerBounded: Bool { lowest != .min }
    var isUpperBounded: Bool { highest != .max }

    /// - Parameter width: how many integers, from `value` on, count as equal to `value`: 1, or the number in one
    ///   second.
    mutating func narrow(_ suffix: String, _ value: Int64, width: Int64 = 1) {
        switch suffix {
        case "__gt": lowest = max(lowest, value + 1)
        case "__gte": lowest = max(lowest, value)
        case "__lt": highest = min(highest, value - 1)
        case "__lte": highest = min(highest, value)
        default:
            lowest = max(lowest, value)
            highest = min(highest, value + width - 1)
        }
    }

    func contains(_ value: Int64) -> Bool {
        lowest <= value && value <= highest
    }
}
