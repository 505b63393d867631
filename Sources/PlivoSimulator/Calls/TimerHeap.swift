/// What is due when: a binary heap, because a task that sleeps costs a hundred times the memory of an entry.
package struct TimerHeap<Payload: Sendable>: Sendable {
    private struct Entry {
        let due: Moment
        /// Ties are resolved in the order of scheduling.
        let ticket: UInt64
        let payload: Payload

        func isBefore(_ other: Entry) -> Bool {
            due == other.due ? ticket < other.ticket : due < other.due
        }
    }

    private var entries: [Entry] = []
    private var tickets: UInt64 = 0

    package init() {}

    package var earliest: Moment? { entries.first?.due }
    package var count: Int { entries.count }

    package mutating func schedule(_ payload: Payload, at due: Moment) {
        entries.append(Entry(due: due, ticket: tickets, payload: payload))
        tickets += 1
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].isBefore(entries[parent]) else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes out the earliest entry, if it is due.
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
