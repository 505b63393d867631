package import DialerCore
import Synchronization

/// Tells systemd that the engine is alive (`WatchdogSec=`). The engine calls it after each transaction, so systemd restarts a
/// daemon whose engine hangs, and leaves a busy one alone.
package final class Watchdog: Sendable {
    private let manager: ServiceManager
    private let interval: Duration
    private let lastFed: Mutex<MonotonicTime?> = Mutex(nil)

    /// Nil if systemd does not watch the process.
    package init?(environment: [String: String], pid: Int, manager: ServiceManager) {
        if let watched = environment["WATCHDOG_PID"], Int(watched) != pid { return nil }
        guard manager.isPresent, let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }),
            microseconds > 0
        else { return nil }
        self.manager = manager
        // sd_watchdog_enabled(3) recommends half; a quarter leaves time for a busy disk.
        interval = .microseconds(microseconds / 4)
    }

    /// May be called at any rate, by any thread.
    package func feed(at now: MonotonicTime) {
        let isDue = lastFed.withLock { last in
            if let last, now - last < interval { return false }
            last = now
            return true
        }
        if isDue { manager.tell(.watchdog) }
    }
}
