import DialerCore
import DialerDaemon
import DialerStore
import Testing

/// The line that `systemctl status` shows.
struct ProgressTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func line() throws -> String {
        try scratch.store.status(of: nil, isDaemonRunning: true, at: scratch.now).progressLine
    }

    @Test func itAddsUpWhatIsUnderWay() throws {
        #expect(try line() == "no campaign under way")
        try scratch.finishedCampaign("winter", contacts: 0..<5)
        #expect(try line() == "no campaign under way")
        try scratch.campaign("spring", contacts: 10..<13)
        #expect(try line() == "campaign spring: 0 of 3 contacts finished, 0 calls under way")
        try scratch.campaign("summer", contacts: 20..<24)
        #expect(try line() == "2 campaigns: 0 of 7 contacts finished, 0 calls under way")
    }

    /// Every user of the machine can read the line.
    @Test func aReasonShowsNoNumbers() throws {
        let spring = try scratch.campaign("spring", contacts: 0..<1)
        let cause = HaltCause.account(.forbidden(message: "+14155550100"))
        _ = try scratch.store.write { try $0.apply(.halted(cause), to: spring) }
        let expected =
            "campaign spring: 0 of 1 contacts finished, 0 calls under way; Plivo forbids the call (403: (number)); remove the cause, then: dialerd resume spring"
        #expect(try line() == expected)
    }
}
