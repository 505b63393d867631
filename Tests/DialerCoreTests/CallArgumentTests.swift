import DialerCore
import Testing

struct CallArgumentTests {
    @Test(arguments: [
        (CallArgument.from, "+1 415-555-0100", ArgumentValue.text("14155550100")),
        (.answerURL, "https://example.com/answer.xml?a=1#rc=2", .text("https://example.com/answer.xml?a=1#rc=2")),
        (.answerMethod, "get", .text("GET")),
        (.callerName, "Town hall", .text("Town hall")),
        (.sendDigits, "1w2W3@1000", .text("1w2W3@1000")),
        (.sendOnPreanswer, "TRUE", .flag(true)),
        (.timeLimit, "14400", .integer(14_400)),
        (.machineDetection, "Hangup", .text("hangup")),
        (.machineDetectionTime, "2000", .integer(2000)),
        (.sipHeaders, "head1=val1,head2=50%25", .text("head1=val1,head2=50%25")),
        (.sipHeaders, "head1=val1, head2=2 ,h3=x", .text("head1=val1,head2=2,h3=x")),
        (.sendDigits, "*9#ABCDww", .text("*9#ABCDww")),
        (.hangupOnRing, "1", .integer(1)),
        (.ringTimeout, "120", .integer(120)),
        (.machineDetection, "true", .text("true")),
        (.machineDetectionTime, "10000", .integer(10_000)),
        (.errorIfParentNotFound, "false", .flag(false)),
        (.callerName, String(repeating: "ä", count: 50), .text(String(repeating: "ä", count: 50))),
        (.parentCallUUID, "9834029E-58B6-11E1-B8B7-A5BD0E4E126F", .text("9834029e-58b6-11e1-b8b7-a5bd0e4e126f")),
    ])
    func accepted(argument: CallArgument, typed: String, value: ArgumentValue) throws {
        #expect(try argument.value(of: typed) == value)
    }

    @Test(arguments: [
        (CallArgument.from, "sip:me@example.com"), (.from, "unknown"), (.answerURL, "example.com/answer.xml"),
        (.answerURL, "https://"), (.answerURL, "https://exa mple.com"), (.answerURL, "ftp://example.com"),
        (.answerMethod, "PUT"), (.callerName, String(repeating: "x", count: 51)), (.callerName, ""),
        (.sendDigits, "12x"), (.sendDigits, "@100"), (.sendDigits, "1@0"), (.sendDigits, "1@+5"),
        (.sendDigits, "1@2@3"), (.sendDigits, "1@"), (.sendDigits, "1 2"),
        (.sendDigits, "12e"), (.sendDigits, ""), (.sipHeaders, ""), (.sipHeaders, "a=b,,c=d"), (.sipHeaders, "a==b"),
        (.sipHeaders, "x-a=b"), (.sipHeaders, "a%=b"), (.sipHeaders, "a=b c"), (.hangupOnRing, "0"),
        (.ringTimeout, "30s"),
        (.timeLimit, "99999999999999999999"), (.errorIfParentNotFound, "1"), (.machineDetection, "1"),
        (.parentCallUUID, "9834029e-58b6-11e1-b8b7-a5bd0e4e126f/"),
        (.sendOnPreanswer, "yes"),
        (.timeLimit, "0"), (.timeLimit, "1.5"), (.timeLimit, "-1"), (.machineDetection, "false"),
        (.machineDetectionTime, "1999"), (.machineDetectionTime, "10001"), (.sipHeaders, "a"), (.sipHeaders, "a=b;c=d"),
        (.sipHeaders, "a=b,"), (.parentCallUUID, ""), (.parentCallUUID, "9834029e"),
    ])
    func refusedWithWhatItShouldBe(argument: CallArgument, typed: String) {
        #expect(throws: ArgumentProblem(expected: argument.rule.expectation)) { try argument.value(of: typed) }
    }

    @Test(
        arguments: [
            ([:], 14_520),
            ([.ringTimeout: .integer(30), .timeLimit: .integer(60)], 90),
            ([.ringTimeout: .integer(30), .timeLimit: .integer(100_000)], 86_430),
            ([.hangupOnRing: .integer(45)], 45),
            ([.hangupOnRing: .integer(500), .ringTimeout: .integer(30), .timeLimit: .integer(60)], 90),
        ] as [(CallArguments, Int)]
    )
    func howLongACallCanLast(arguments: CallArguments, seconds: Int) {
        #expect(arguments.longestFromRing == .seconds(seconds))
    }
}
