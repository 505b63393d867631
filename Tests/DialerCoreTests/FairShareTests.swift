import DialerCore
import Testing

struct FairShareTests {
    private func member(_ id: Int, weight: Int, demand: Int = .max) -> FairShare<Int>.Member {
        FairShare.Member(id: id, weight: weight, demand: demand)
    }

    @Test func sharesAreInProportionToWeightsHoweverSmallTheTurns() {
        for turn in [1, 2, 3, 7, 100] {
            var shares = FairShare<Int>()
            var sums = [0, 0, 0]
            for _ in 0..<(9000 / turn) {
                for (id, count) in shares.allot(
                    turn,
                    among: [member(0, weight: 1), member(1, weight: 3), member(2, weight: 5)]
                ) {
                    sums[id] += count
                }
            }
            let total = Double(sums.reduce(0, +))
            for (id, weight) in [1.0, 3, 5].enumerated() {
                #expect(abs(Double(sums[id]) / total - weight / 9) < 0.01)
            }
        }
    }

    @Test func whatOneCannotUseGoesToTheOthers() {
        var shares = FairShare<Int>()
        #expect(shares.allot(10, among: [member(0, weight: 9, demand: 2), member(1, weight: 1)]) == [0: 2, 1: 8])
        #expect(
            shares.allot(10, among: [member(0, weight: 9, demand: 2), member(1, weight: 1, demand: 3)]) == [0: 2, 1: 3]
        )
        #expect(shares.allot(10, among: []) == [:])
    }

    @Test func aNewcomerGetsItsShareAndNoArrears() {
        var shares = FairShare<Int>()
        _ = shares.allot(1000, among: [member(0, weight: 1)])
        let next = shares.allot(100, among: [member(0, weight: 1), member(1, weight: 1)])
        #expect(next == [0: 50, 1: 50])
    }
}
