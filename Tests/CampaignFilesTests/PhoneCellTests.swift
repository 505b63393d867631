import CampaignFiles
import DialerCore
import Testing

@Suite struct PhoneCellTests {
    @Test(arguments: [
        "14155550100", "+1 (415) 555-0100", "1.415.555.0100", "'+14155550100", "tel:+1-415-555-0100", "TEL:14155550100",
        "=\"14155550100\"", "14155550100.0", "+14155550100.00", "1.4155550100E+10", "1,4155550100e10",
        "1.41555501000E10",
        "'tel:14155550100", " 14155550100 ", "1415/555-0100",
    ])
    func whatSpreadsheetsDoIsUndone(typed: String) throws {
        let contact = try Reading("to;x\n\"\(typed.replacing("\"", with: "\"\""))\";y").contacts.first
        #expect(contact?.destination.text == "14155550100")
        #expect(contact?.typed == typed, "kept as typed")
    }

    @Test(arguments: [
        ("1.41556E+10", "a spreadsheet cut off digits of the number"),
        ("1.415555E10", "a spreadsheet cut off digits of the number"),
        ("14155550100.5", "the number is a decimal fraction"),
        ("0049301234567", "the number begins with 0"),
        ("12345", "the number is too short"),
        ("1234567890123456", "the number is too long"),
        ("call Ann", "the number has a character that no number has"),
        ("tel:", "the number is empty"),
        ("1E", "the number has a character that no number has"),
        ("14,155,550,100", "the number has a character that no number has"),
        ("sip:nobody", "the number is no SIP URI that Plivo takes"),
        ("tel:5550100;phone-context=+1", "the number has a character"),
        ("１４１５５５５０１００", "the number has a character"),
    ])
    func whatIsNoNumberIsARejectThatSaysWhy(typed: String, expected: String) throws {
        let reading = try Reading("to|x\n\(typed)|y")
        #expect(reading.contacts.isEmpty)
        #expect(reading.rejects.first?.value == typed && reading.rejects.first?.column == "to")
        #expect(reading.rejects.first?.reason.hasPrefix(expected) == true, "\(reading.rejects)")
    }

    @Test func aSIPAddressIsADestination() throws {
        #expect(
            try Reading("to\nsip:Ann@Phone.Plivo.com\n").contacts.first?.destination.text == "sip:Ann@phone.plivo.com"
        )
    }
}
