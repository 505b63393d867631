import DialerCore
import Testing

@Suite struct CostEstimateTests {
    @Test func aRateIsTheCostOfOneCall() throws {
        let estimate = CostEstimate(calls: 4900, rate: try #require(Cost("0.0150")))
        #expect(estimate.perCall.text == "0.01500")
        #expect(estimate.total.text == "73.50000")
        #expect(estimate.pastCalls == nil)
    }

    /// A third of 0.01 a call: the sum is rounded, not each call.
    @Test func anAverageIsRoundedOnce() throws {
        let pastCost = try #require(Cost("0.01000"))
        let estimate = try #require(CostEstimate(calls: 30_000, pastCalls: 3, pastCost: pastCost))
        #expect(estimate.perCall.text == "0.00333")
        #expect(estimate.total.text == "100.00000")
        #expect(estimate.pastCalls == 3)
    }

    @Test func withoutPastCallsThereIsNoAverage() {
        #expect(CostEstimate(calls: 10, pastCalls: 0, pastCost: .zero) == nil)
    }

    @Test func whatIsTooMuchForACostIsTheMost() {
        #expect(CostEstimate(calls: .max, rate: Cost(units: .max)).total.units == .max)
    }
}
