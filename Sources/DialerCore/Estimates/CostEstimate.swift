/// The expected cost of calls, from the cost of one call.
package struct CostEstimate: Hashable, Sendable {
    /// The cost of one call, rounded half up.
    package let perCall: Cost
    package let total: Cost
    /// The number of past calls behind the average; nil if the operator gave a rate.
    package let pastCalls: Int?

    /// - Parameter rate: the cost of one call.
    package init(calls: Int, rate: Cost) {
        perCall = rate
        total = Self.part(rate, times: calls, outOf: 1)
        pastCalls = nil
    }

    /// Uses the average of past calls. Nil if there are none.
    ///
    /// - Parameter pastCost: the cost of all past calls together.
    package init?(calls: Int, pastCalls: Int, pastCost: Cost) {
        guard pastCalls > 0 else { return nil }
        perCall = Self.part(pastCost, times: 1, outOf: pastCalls)
        total = Self.part(pastCost, times: calls, outOf: pastCalls)
        self.pastCalls = pastCalls
    }

    /// Rounds half up, once, at the end.
    private static func part(_ cost: Cost, times count: Int, outOf divisor: Int) -> Cost {
        let whole = Int128(cost.units) * Int128(count)
        return Cost(units: Int64(clamping: (whole + Int128(divisor / 2)) / Int128(divisor)))
    }
}
