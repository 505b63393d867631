import PlivoSimulator
import Testing

@Suite struct TimerHeapTests {
    @Test func returnsEntriesByTimeThenByTheOrderOfScheduling() {
        var heap = TimerHeap<Int>()
        var random = SeededRandom(seed: TestSeed.value, topic: "heap", ordinal: 0)
        let entries = (0..<2000).map { (due: random.integer(in: 0...100), payload: $0) }
        for entry in entries { heap.schedule(entry.payload, at: Moment(seconds: Int64(entry.due))) }
        var found: [Int] = []
        while let payload = heap.popDue(at: Moment(seconds: 100)) { found.append(payload) }
        let expected = entries.sorted { ($0.due, $0.payload) < ($1.due, $1.payload) }
        #expect(found == expected.map(\.payload), TestSeed.replay)
    }

    @Test func keepsEntriesThatAreNotDue() {
        var heap = TimerHeap<String>()
        heap.schedule("later", at: Moment(seconds: 10))
        #expect(heap.popDue(at: Moment(seconds: 9)) == nil)
        #expect(heap.earliest == Moment(seconds: 10))
        #expect(heap.popDue(at: Moment(seconds: 10)) == "later")
        #expect(heap.earliest == nil)
    }
}
