import DialerCore

extension SeededGenerator {
    mutating func chance(_ probability: Double) -> Bool {
        probability > 0 && Double(next() >> 11) / Double(1 << 53) < probability
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int(next() % UInt64(values.count))]
    }

    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// - Parameter range: in seconds.
    /// - Returns: whole milliseconds.
    mutating func duration(_ range: ClosedRange<Double>) -> Duration {
        .milliseconds(whole(Int(range.lowerBound * 1000)...Int(range.upperBound * 1000)))
    }

    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var result = values
        for index in result.indices.dropLast() { result.swapAt(index, whole(index...result.count - 1)) }
        return result
    }
}
