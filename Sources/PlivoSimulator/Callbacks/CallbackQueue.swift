import NIOCore
import Synchronization

/// The callbacks that wait for a worker to send them. Any thread may use the queue.
///
/// The callbacks of one call are handed out one at a time, in order: only a requested fault may reorder them.
final class CallbackQueue: Sendable {
    private typealias Worker = CheckedContinuation<CallbackDelivery?, Never>

    private struct State {
        var ready = CircularBuffer<CallbackDelivery>()
        /// Workers that wait for a callback.
        var idle = CircularBuffer<Worker>()
        /// For each call with a callback in `ready` or at a worker, the later callbacks of that call.
        var blocked: [Int: [CallbackDelivery]] = [:]
        var isClosed = false

        /// Returns the idle worker that takes the callback. Without one the callback becomes ready.
        mutating func assignWorker(to delivery: CallbackDelivery) -> Worker? {
            if let worker = idle.popFirst() { return worker }
            ready.append(delivery)
            return nil
        }
    }

    private let state = Mutex(State())

    func push(_ deliveries: [CallbackDelivery]) {
        for delivery in deliveries { push(delivery) }
    }

    private func push(_ delivery: CallbackDelivery) {
        let worker: Worker? = state.withLock { state in
            if state.isClosed { return nil }
            if state.blocked[delivery.call] != nil {
                state.blocked[delivery.call]?.append(delivery)
                return nil
            }
            state.blocked[delivery.call] = []
            return state.assignWorker(to: delivery)
        }
        worker?.resume(returning: delivery)
    }

    /// Returns the next callback, or nil once the queue is closed.
    func next() async -> CallbackDelivery? {
        await withCheckedContinuation { continuation in
            let (isDecided, delivery): (Bool, CallbackDelivery?) = state.withLock { state in
                if state.isClosed { return (true, nil) }
                if let delivery = state.ready.popFirst() { return (true, delivery) }
                state.idle.append(continuation)
                return (false, nil)
            }
            if isDecided { continuation.resume(returning: delivery) }
        }
    }

    /// Has to be called after each try, whatever its result, so that the call's next callback can be handed out.
    func finish(_ delivery: CallbackDelivery) {
        let (following, worker): (CallbackDelivery?, Worker?) = state.withLock { state in
            var waiting = state.blocked.removeValue(forKey: delivery.call) ?? []
            guard !waiting.isEmpty else { return (nil, nil) }
            let following = waiting.removeFirst()
            state.blocked[delivery.call] = waiting
            return (following, state.assignWorker(to: following))
        }
        worker?.resume(returning: following)
    }

    /// Ends the workers. Callbacks that are still queued are not sent.
    func close() {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle.removeAll() }
            return Array(state.idle)
        }
        for worker in idle { worker.resume(returning: nil) }
    }
}
