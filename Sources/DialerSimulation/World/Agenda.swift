import DialerCore

/// The planned events of a run, in order of time. Events of one instant happen in the order in which they were planned.
struct Agenda {
    typealias Event = (instant: MonotonicTime, body: () -> Void)

    /// The next event is at the end.
    private var events: [Event] = []

    mutating func plan(at instant: MonotonicTime, _ body: @escaping () -> Void) {
        let index = events.lastIndex { $0.instant > instant }.map { $0 + 1 } ?? 0
        events.insert((instant, body), at: index)
    }

    mutating func next() -> Event? { events.popLast() }
}
