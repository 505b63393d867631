import DialerCore
import Testing

struct DestinationTests {
    @Test(arguments: [
        ("14155550100", "14155550100"),
        ("+14155550100", "14155550100"),
        (" +1 (415) 555-0100 ", "14155550100"),
        ("1.415.555.0100", "14155550100"),
        ("+49/30/901820", "4930901820"),
        ("1\u{A0}415\u{A0}5550100", "14155550100"),
        ("6834002", "6834002"),
        ("+44 (0)20 7946 0018", "442079460018"),
        ("+1\u{2011}415\u{2011}555\u{2011}0100", "14155550100"),
        ("\u{202A}+14155550100\u{202C}", "14155550100"),
        ("sip:john1234@phone.plivo.com", "sip:john1234@phone.plivo.com"),
        ("SIP:John@Phone.Plivo.COM:5061", "sip:John@phone.plivo.com:5061"),
    ])
    func oneSpellingOfMany(typed: String, text: String) throws {
        #expect(try Destination(typed: typed).text == text)
    }

    @Test(arguments: [
        ("", DestinationProblem.empty),
        ("   ", .empty),
        ("123456", .tooShort),
        ("1234567890123456", .tooLong),
        ("004915112345678", .leadingZero),
        ("011 49 151 12345678", .leadingZero),
        ("+0 415 555 0100", .leadingZero),
        ("123456789012345", .wrongLength(countryCode: 1, digits: 14, allowed: [10])),
        ("+1 415 555 010", .wrongLength(countryCode: 1, digits: 9, allowed: [10])),
        ("4155550100", .wrongLength(countryCode: 41, digits: 8, allowed: [9, 12])),
        ("2101234567", .unknownCountryCode("210")),
        ("1 415 555 0100 x12", .hasExtension),
        ("1 415 555 0100, ext. 12", .hasExtension),
        ("+14155550100;ext=12", .hasExtension),
        ("1 800 FLOWERS", .unexpectedCharacter),
        ("1415555010x", .unexpectedCharacter),
        ("1+4155550100", .unexpectedCharacter),
        ("14155550100<14155550101", .unexpectedCharacter),
        ("sip:", .badSIPURI),
        ("sip:john", .badSIPURI),
        ("sip:@phone.plivo.com", .badSIPURI),
        ("sip:john@", .badSIPURI),
        ("sip:a@b<sip:c@d", .badSIPURI),
        ("sip:a b@c", .badSIPURI),
    ])
    func refused(typed: String, problem: DestinationProblem) {
        #expect(throws: problem) { try Destination(typed: typed) }
    }

    @Test func whatPlivoReportsIsTheSameDestination() {
        #expect(Destination(reported: "+14155550100") == .phone(14_155_550_100))
        #expect(Destination(reported: "14155550100") == .phone(14_155_550_100))
        #expect(Destination(reported: "anonymous") == nil)
        #expect(
            Destination(reported: "123456789012345") == .phone(123_456_789_012_345),
            "a fact, whatever the plans say"
        )
    }
}
