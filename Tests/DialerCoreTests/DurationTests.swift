import DialerCore
import Testing

@Suite struct DurationTests {
    @Test(
        arguments: [
            ("500ms", 500), ("30s", 30_000), ("5m", 300_000), ("2h", 7_200_000), ("1d", 86_400_000), ("0s", 0),
            ("1.5h", 5_400_000),
            ("0.25s", 250), ("007s", 7000), ("1000000d", 86_400_000_000_000),
        ] as [(String, Int64)]
    )
    func aNumberAndAUnitIsADuration(text: String, milliseconds: Int64) {
        #expect(Duration(setting: text) == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        "", "5", "s", "5 s", " 5s", "5S", "5sec", "-5s", "+5s", "1h30m", "1.5ms", "0.0001s", ".5s", "5.s", "1..5s",
        "1e3s",
        "99999999999999999999s", "1000001d", "９s", "1,5s", "1.0000000000s",
    ])
    func nothingElseIs(text: String) {
        #expect(Duration(setting: text) == nil)
    }

    @Test(arguments: ["100ms", "1s", "90s", "2m", "3h", "30d", "0s", "1500ms"])
    func itsTextIsReadBack(text: String) {
        #expect(Duration(setting: text)?.settingText == text)
    }
}
