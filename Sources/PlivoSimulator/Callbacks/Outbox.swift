import NIOCore
import Synchronization

/// Deliveries on their way to the workers that carry them out.
///
/// The deliveries of one call are handed out one after the other, in order: that a later one overtakes an earlier one is
/// a fault to be asked for, not an accident of scheduling. Every thread may use it.
package final class Outbox: Sendable {
    private struct State {
        var ready = CircularBuffer<Delivery>()
        /// Workers without work.
        var idle = CircularBuffer<CheckedContinuation<Delivery?, Never>>()
        /// Calls of which a delivery is under way, each with those that have to wait for it.
        var busy: [Int: [Delivery]] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())

    package init() {}

    package func push(_ deliveries: [Delivery]) {
        for delivery in deliveries { push(delivery) }
    }

    private func push(_ delivery: Delivery) {
        let worker: CheckedContinuation<Delivery?, Never>? = state.withLock { state in
            if state.isClosed { return nil }
            if state.busy[delivery.call] != nil {
                state.busy[delivery.call]?.append(delivery)
                return nil
            }
            state.busy[delivery.call] = []
            if let worker = state.idle.popFirst() { return worker }
            state.ready.append(delivery)
            return nil
        }
        worker?.resume(returning: delivery)
    }

    /// The next delivery, or nil once the outbox is closed.
    package func next() async -> Delivery? {
        await withCheckedContinuation { continuation in
            let (isDecided, delivery): (Bool, Delivery?) = state.withLock { state in
                if state.isClosed { return (true, nil) }
                if let delivery = state.ready.popFirst() { return (true, delivery) }
                state.idle.append(continuation)
                return (false, nil)
            }
            if isDecided { continuation.resume(returning: delivery) }
        }
    }

    /// Says that a delivery is over, however it went, and lets the next one of its call go.
    package func finished(_ delivery: Delivery) {
        let following: Delivery? = state.withLock { state in
            let waiting = state.busy.removeValue(forKey: delivery.call) ?? []
            guard let first = waiting.first else { return nil }
            state.busy[delivery.call] = Array(waiting.dropFirst())
            return first
        }
        guard let following else { return }
        let worker = state.withLock { state in
            let worker = state.idle.popFirst()
            if worker == nil { state.ready.append(following) }
            return worker
        }
        worker?.resume(returning: following)
    }

    /// Lets every worker go; what has not been handed out stays undelivered.
    package func close() {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle.removeAll() }
            return Array(state.idle)
        }
        for worker in idle { worker.resume(returning: nil) }
    }
}
