package import DialerCore
import Synchronization

/// Tells systemd that the engine is alive (`WatchdogSec=`). The engine itself calls it, after each transaction: one that
/// is stuck is restarted, one that has much to do is not.
package final class Watchdog: Sendable {
    private let manager: ServiceManager
    private let interval: Duration
    private let lastFed: Mutex<MonotonicTime?> = Mutex(nil)

    /// Nil when systemd does not ask for it.
    package init?(environment: [String: String], pid: Int, manager: ServiceManager) {
        if let asked = environment["WATCHDOG_PID"], Int(asked) != pid { return nil }
        guard manager.isThere, let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0
        else { return nil }
        self.manager = manager
        // Half would do (sd_watchdog_enabled(3)); a busy disk may take its time.
        interval = .microseconds(microseconds / 4)
    }

    /// As often as one likes.
    package func feed(at now: MonotonicTime) {
        let isDue = lastFed.withLock { last in
            if let last, now - last < interval { return false }
            last = now
            return true
        }
        if isDue { manager.tell(.watchdog) }
    }
}
