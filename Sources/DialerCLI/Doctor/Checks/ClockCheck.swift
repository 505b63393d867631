import DialerCore
import Glibc

/// The machine's clock, on which calling hours, start times and reconciliation depend.
package enum ClockCheck {
    private static let tolerated = Duration.seconds(2)
    private static let largest = Duration.seconds(60)
    private static let remedy = "set it, and synchronize it by NTP: timedatectl set-ntp true"

    /// - Parameter offset: how far the clock is ahead of Plivo's; nil if Plivo's answer has no date.
    package static func finding(offset: Duration?) -> Finding? {
        guard let offset else { return nil }
        if offset.magnitude <= tolerated { return .ok(.clock, "agrees with Plivo's") }
        let seconds = Int(offset.magnitude.inSeconds.rounded())
        let text = "\(seconds) s \(offset < .zero ? "behind" : "ahead of") Plivo's"
        return offset.magnitude > largest
            ? .problem(.clock, text, remedy: remedy) : .warning(.clock, text, remedy: remedy)
    }

    static func synchronization(isSynchronized: Bool) -> Finding {
        isSynchronized
            ? .ok(.clock, "synchronized by NTP")
            : .warning(.clock, "not synchronized, according to the kernel", remedy: remedy)
    }

    /// What the time service has reported to the kernel. Swift's Glibc lacks `<sys/timex.h>`.
    static var isSynchronized: Bool {
        if access("/run/systemd/timesync/synchronized", F_OK) == 0 { return true }
        typealias Question = @convention(c) (UnsafeMutableRawPointer) -> Int32
        guard let symbol = dlsym(nil, "ntp_gettimex") else { return false }
        // struct ntptimeval has 72 bytes. TIME_ERROR, which means not synchronized, is 5; the other states are 0 to 4.
        let answer = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 16)
        defer { answer.deallocate() }
        let state = unsafeBitCast(symbol, to: Question.self)(answer)
        return (0..<5).contains(state)
    }
}
