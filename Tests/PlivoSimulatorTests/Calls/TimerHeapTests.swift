import PlivoSimulator
import Testing

@Suite struct TimerHeapTests {
    @Test func givesBackInTheOrderOfTimeThenOfScheduling() {
        var heap = TimerHeap<Int>()
        var dice = Dice(seed: 1, topic: "heap", ordinal: 0)
        var expected: [(due: Int, payload: Int)] = []
        for payload in 0..<2000 {
            let due = dice.between(0...100)
            expected.append((due, payload))
            heap.schedule(payload, at: Moment(seconds: Int64(due)))
        }
        expected.sort { ($0.due, $0.payload) < ($1.due, $1.payload) }
        var found: [Int] = []
        while let payload = heap.popDue(at: Moment(seconds: 100)) { found.append(payload) }
        #expect(found == expected.map(\.payload))
    }

    @Test func keepsWhatIsNotDue() {
        var heap = TimerHeap<String>()
        heap.schedule("later", at: Moment(seconds: 10))
        #expect(heap.popDue(at: Moment(seconds: 9)) == nil)
        #expect(heap.earliest == Moment(seconds: 10))
        #expect(heap.popDue(at: Moment(seconds: 10)) == "later")
        #expect(heap.earliest == nil)
    }
}
