import DialerCLI
import Testing

struct ClockCheckTests {
    @Test(arguments: [
        (Duration.zero, Finding.Verdict.ok, "agrees with Plivo's"), (.milliseconds(2000), .ok, "agrees with Plivo's"),
        (.milliseconds(-2000), .ok, "agrees with Plivo's"), (.milliseconds(2001), .warning, "2 s ahead of Plivo's"),
        (.seconds(-60), .warning, "60 s behind Plivo's"), (.milliseconds(-60_001), .problem, "60 s behind Plivo's"),
        (.seconds(7200), .problem, "7200 s ahead of Plivo's"),
    ])
    func aClockIsHeldAgainstPlivos(offset: Duration, verdict: Finding.Verdict, text: String) {
        let finding = ClockCheck.finding(offset: offset)
        #expect(finding?.verdict == verdict && finding?.text == text)
        #expect((finding?.remedy == nil) == (verdict == .ok))
    }

    @Test func anAnswerWithoutADateTellsNothing() {
        #expect(ClockCheck.finding(offset: nil) == nil)
    }
}
