import PlivoSimulator
import Testing

@Suite struct DiceTests {
    @Test func theSameSubjectGivesTheSameNumbers() {
        var first = Dice(seed: 7, topic: "call", subject: "14155550101", ordinal: 3)
        var second = Dice(seed: 7, topic: "call", subject: "14155550101", ordinal: 3)
        for _ in 0..<10 { #expect(first.next() == second.next()) }
    }

    @Test(arguments: [
        Dice(seed: 8, topic: "call", subject: "a", ordinal: 0), Dice(seed: 7, topic: "calls", subject: "a", ordinal: 0),
        Dice(seed: 7, topic: "call", subject: "b", ordinal: 0), Dice(seed: 7, topic: "call", subject: "a", ordinal: 1),
        Dice(seed: 7, topic: "cal", subject: "la", ordinal: 0),
    ])
    func anyDifferenceGivesOthers(other: Dice) {
        var (dice, other) = (Dice(seed: 7, topic: "call", subject: "a", ordinal: 0), other)
        #expect(dice.next() != other.next())
    }

    @Test func staysInRange() {
        var dice = Dice(seed: 1, topic: "range", ordinal: 0)
        var seen: Set<Int> = []
        for _ in 0..<1000 { seen.insert(dice.between(3...6)) }
        #expect(seen == [3, 4, 5, 6])
    }

    @Test func neverPicksWhatHasNoWeight() {
        var dice = Dice(seed: 1, topic: "pick", ordinal: 0)
        for _ in 0..<1000 { #expect(dice.pick([("a", 0), ("b", 1), ("c", 0)]) == "b") }
    }
}
