package import DialerCore
import Glibc

/// The machine's two clocks.
package enum SystemClock {
    package static var now: Now { Now(wall: wall, monotonic: monotonic) }

    package static var wall: WallTime {
        let time = read(CLOCK_REALTIME)
        return WallTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// This clock also counts the time while the machine sleeps.
    package static var monotonic: MonotonicTime {
        let time = read(CLOCK_BOOTTIME)
        return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
