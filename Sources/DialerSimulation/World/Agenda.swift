import DialerCore

/// What is going to happen, in order of time; what is due at one instant happens in the order in which it was planned.
struct Agenda {
    struct Entry {
        var instant: MonotonicTime
        var number: Int
        var body: () -> Void

        static func < (a: Entry, b: Entry) -> Bool {
            a.instant == b.instant ? a.number < b.number : a.instant < b.instant
        }
    }

    /// A binary heap, the earliest first.
    private var heap: [Entry] = []
    private var planned = 0

    mutating func plan(at instant: MonotonicTime, _ body: @escaping () -> Void) {
        planned += 1
        heap.append(Entry(instant: instant, number: planned, body: body))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> Entry? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
