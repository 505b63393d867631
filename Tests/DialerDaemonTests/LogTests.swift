import DialerCore
import DialerDaemon
import Foundation
import Logging
import Testing

@Suite struct LogTests {
    private static func line(_ fields: [(key: String, value: String)], level: Logger.Level = .info) -> LogLine {
        LogLine(at: WallTime(milliseconds: 0), level: level, message: "campaign started", fields: fields)
    }

    @Test(arguments: [
        ("spring", "campaign=spring"), ("two words", #"campaign="two words""#), ("", #"campaign="""#),
        (#"a"b\c d"#, #"campaign="a\"b\\c d""#), ("a\nb", #"campaign="a\nb""#), ("a=b", #"campaign="a=b""#),
        ("Frühling", #"campaign="Frühling""#),
    ])
    func aLineHasItsValuesBehindTheMessage(value: String, expected: String) {
        #expect(Self.line([(key: "campaign", value: value)]).sentence == "campaign started \(expected)")
    }

    @Test(arguments: [
        ("+14155550100 is not valid", "(number) is not valid"),
        ("to: 14155550100<919494865411", "to: (number)<(number)"),
        ("status 402 after 120000 ms", "status 402 after 120000 ms"),
        ("it has: 415-555-0123, Ada", "it has: (number), Ada"), ("+1 (415) 555 0123 is barred", "(number) is barred"),
        ("a backup of 2026-11-22 03:00 UTC", "a backup of 2026-11-22 03:00 UTC"),
        ("203.0.113.155 refuses", "203.0.113.155 refuses"),
        ("415.555.0123", "(number)"), ("(415) 555-0123", "(number)"), ("1234567", "(number)"), ("123456", "123456"),
        ("no digits + none", "no digits + none"), ("", ""),
    ])
    func numbersInOthersWordsAreHidden(text: String, expected: String) {
        #expect(PhoneNumbers.hidden(in: text) == expected)
    }

    @Test func theJournalGetsAFieldForEachValue() {
        let line = Self.line([(key: "campaign", value: "spring"), (key: "calls_made", value: "5")])
        #expect(
            String(decoding: Journal.message(line), as: UTF8.self) == """
                MESSAGE=campaign started campaign=spring calls_made=5
                PRIORITY=6
                SYSLOG_IDENTIFIER=dialerd
                CAMPAIGN=spring
                CALLS_MADE=5

                """
        )
    }

    @Test func aLineOfJSONIsOneObject() {
        let line = Self.line(
            [(key: "reason", value: "a\n\"b\""), (key: "level", value: "11")],
            level: .warning
        )
        #expect(
            JSONLog.text(line) == #"{"level":"warning","message":"campaign started","reason":"a\n\"b\"","#
                + #""time":"1970-01-01T00:00:00Z"}"#
        )
    }

    /// Otherwise text after the line break would be a field of any name.
    @Test func aValueWithALineBreakGoesWithItsLength() {
        let message = Journal.message(Self.line([(key: "reason", value: "a\nPRIORITY=0")]))
        let field = Array("REASON\n".utf8) + [12, 0, 0, 0, 0, 0, 0, 0] + Array("a\nPRIORITY=0\n".utf8)
        #expect(message.suffix(field.count) == field[...])
        #expect(message.count { $0 == 0x0A } == 6)
    }

    @Test(arguments: [
        (Logger.Level.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
    ])
    func levelsAreSyslogs(level: Logger.Level, priority: Int) {
        let text = String(decoding: Journal.message(Self.line([], level: level)), as: UTF8.self)
        #expect(text.contains("\nPRIORITY=\(priority)\n"))
    }

    @Test func standardErrorIsTheJournalsOnlyIfItIsTheSameFile() {
        #expect(!Journal.isStandardError([:]))
        #expect(!Journal.isStandardError(["JOURNAL_STREAM": "0:0"]))
    }
}
