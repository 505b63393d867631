import PlivoSimulator
import Testing

@Suite struct SeededRandomTests {
    @Test func theSameSubjectGivesTheSameNumbers() {
        var first = SeededRandom(seed: 7, topic: "call", subject: "14155550101", ordinal: 3)
        var second = SeededRandom(seed: 7, topic: "call", subject: "14155550101", ordinal: 3)
        for _ in 0..<10 { #expect(first.next() == second.next()) }
    }

    @Test(arguments: [
        SeededRandom(seed: 8, topic: "call", subject: "a", ordinal: 0),
        SeededRandom(seed: 7, topic: "calls", subject: "a", ordinal: 0),
        SeededRandom(seed: 7, topic: "call", subject: "b", ordinal: 0),
        SeededRandom(seed: 7, topic: "call", subject: "a", ordinal: 1),
        SeededRandom(seed: 7, topic: "cal", subject: "la", ordinal: 0),
    ])
    func anyDifferenceGivesOtherNumbers(other: SeededRandom) {
        var (random, other) = (SeededRandom(seed: 7, topic: "call", subject: "a", ordinal: 0), other)
        #expect(random.next() != other.next())
    }

    @Test func integersAreInTheirRange() {
        var random = SeededRandom(seed: TestSeed.value, topic: "range", ordinal: 0)
        let seen = Set((0..<1000).map { _ in random.integer(in: 3...6) })
        #expect(seen == [3, 4, 5, 6], TestSeed.replay)
    }

    @Test func aChoiceWithoutWeightIsNeverMade() {
        var random = SeededRandom(seed: TestSeed.value, topic: "choose", ordinal: 0)
        for _ in 0..<1000 { #expect(random.choose(from: [("a", 0), ("b", 1), ("c", 0)]) == "b", TestSeed.replay) }
    }
}
