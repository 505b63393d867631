/// Payloads with the times at which they are due, as a binary heap: an entry takes a hundredth of the memory of a task
/// that sleeps.
package struct TimerHeap<Payload: Sendable>: Sendable {
    private struct Entry {
        let due: Moment
        /// Orders entries that are due at the same moment: first scheduled, first out.
        let sequence: UInt64
        let payload: Payload

        func isBefore(_ other: Entry) -> Bool {
            due == other.due ? sequence < other.sequence : due < other.due
        }
    }

    private var entries: [Entry] = []
    private var scheduled: UInt64 = 0

    package init() {}

    /// When the next entry is due; nil if there is none.
    package var earliest: Moment? { entries.first?.due }

    package mutating func schedule(_ payload: Payload, at due: Moment) {
        entries.append(Entry(due: due, sequence: scheduled, payload: payload))
        scheduled += 1
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].isBefore(entries[parent]) else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Removes the earliest entry if it is due.
    package mutating func popDue(at now: Moment) -> Payload? {
        guard let first = entries.first, first.due <= now else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first.payload }
        entries[0] = last
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child].isBefore(entries[smallest]) {
                smallest = child
            }
            guard smallest != parent else { return first.payload }
            entries.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
