import NIOCore
import Synchronization

/// Wakes the call simulation when it has something to do, at most once a millisecond. Any thread may use it.
final class WakeUpTimer: Sendable {
    private struct WakeUp {
        var deadline: NIODeadline
        var scheduled: Scheduled<Void>
    }

    private let loop: any EventLoop
    private let next = Mutex<WakeUp?>(nil)

    init(loop: any EventLoop) {
        self.loop = loop
    }

    /// Calls `wake` on the event loop after `delay`, at the earliest in 1 ms. Does nothing if an earlier wake-up is set.
    func set(inMicroseconds delay: Int64, _ wake: @escaping @Sendable () -> Void) {
        let deadline = NIODeadline.now() + .microseconds(max(1000, delay))
        next.withLock { next in
            if let next, next.deadline <= deadline { return }
            next?.scheduled.cancel()
            let scheduled = loop.scheduleTask(deadline: deadline) { [weak self] in
                self?.next.withLock { $0 = nil }
                wake()
            }
            next = WakeUp(deadline: deadline, scheduled: scheduled)
        }
    }

    func cancel() {
        next.withLock { next in
            next?.scheduled.cancel()
            next = nil
        }
    }
}
