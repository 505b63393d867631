package import NIOCore
import Synchronization

/// Wakes the exchange at the time it asks for, by a timer of an event loop. At most one wake-up per millisecond, in which
/// everything due is done at once.
package final class AlarmClock: Sendable {
    private struct Setting {
        var deadline: NIODeadline
        var scheduled: Scheduled<Void>
    }

    private let loop: any EventLoop
    private let setting = Mutex<Setting?>(nil)

    package init(loop: any EventLoop) {
        self.loop = loop
    }

    /// Wakes no later than asked for. An earlier wake-up that is already set stands.
    package func set(inMicroseconds delay: Int64, _ wake: @escaping @Sendable () -> Void) {
        let deadline = NIODeadline.now() + .microseconds(max(1000, delay))
        setting.withLock { setting in
            if let current = setting, current.deadline <= deadline { return }
            setting?.scheduled.cancel()
            let scheduled = loop.scheduleTask(deadline: deadline) { [weak self] in
                self?.setting.withLock { $0 = nil }
                wake()
            }
            setting = Setting(deadline: deadline, scheduled: scheduled)
        }
    }

    /// Wakes nobody any more.
    package func stop() {
        setting.withLock { setting in
            setting?.scheduled.cancel()
            setting = nil
        }
    }
}
