/// What calls would cost, by what one of them costs.
package struct CostEstimate: Hashable, Sendable {
    /// Rounded.
    package let perCall: Cost
    package let total: Cost
    /// On how many calls of the past it rests; nil: on a rate that somebody gave.
    package let pastCalls: Int?

    package init(calls: Int, rate: Cost) {
        perCall = rate
        total = Self.part(rate, times: calls, outOf: 1)
        pastCalls = nil
    }

    /// By the average of past calls.
    ///
    /// - Parameter pastCost: of all of them together.
    /// - Returns: nil without past calls.
    package init?(calls: Int, pastCalls: Int, pastCost: Cost) {
        guard pastCalls > 0 else { return nil }
        perCall = Self.part(pastCost, times: 1, outOf: pastCalls)
        total = Self.part(pastCost, times: calls, outOf: pastCalls)
        self.pastCalls = pastCalls
    }

    /// Rounded half up once, at the end.
    private static func part(_ cost: Cost, times count: Int, outOf divisor: Int) -> Cost {
        let whole = Int128(cost.units) * Int128(count)
        return Cost(units: Int64(clamping: (whole + Int128(divisor / 2)) / Int128(divisor)))
    }
}
