import DialerCore
import Glibc

/// The machine's clock: calling hours, start times and Plivo's records are read by it.
package enum ClockCheck {
    private static let tolerated = Duration.seconds(2)
    private static let largest = Duration.seconds(60)
    private static let remedy = "set it, and keep it right by NTP: timedatectl set-ntp true"

    /// - Parameter offset: how far the clock is ahead of Plivo's; nil if that did not tell.
    package static func finding(offset: Duration?) -> Finding? {
        guard let offset else { return nil }
        let distance = offset < .zero ? .zero - offset : offset
        if distance <= tolerated { return .ok(.clock, "agrees with Plivo's") }
        let seconds = Int(distance.inSeconds.rounded())
        let text = "\(seconds) s \(offset < .zero ? "behind" : "ahead of") Plivo's"
        return distance > largest
            ? .problem(.clock, text, remedy: remedy) : .warning(.clock, text, remedy: remedy)
    }

    static func synchronization(isSynchronized: Bool) -> Finding {
        isSynchronized
            ? .ok(.clock, "synchronised by NTP")
            : .warning(.clock, "the kernel does not call it synchronised: nothing keeps it right", remedy: remedy)
    }

    /// What whoever sets the clock has told the kernel. Swift's Glibc leaves `<sys/timex.h>` out.
    static var isSynchronized: Bool {
        if access("/run/systemd/timesync/synchronized", F_OK) == 0 { return true }
        typealias Question = @convention(c) (UnsafeMutableRawPointer) -> Int32
        guard let symbol = dlsym(nil, "ntp_gettimex") else { return false }
        // struct ntptimeval has 72 bytes. TIME_ERROR, the only answer that tells of no synchronisation, is 5.
        let answer = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 16)
        defer { answer.deallocate() }
        let state = unsafeBitCast(symbol, to: Question.self)(answer)
        return (0..<5).contains(state)
    }
}
