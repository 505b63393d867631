/// Whom to call: one E.164 number or one SIP endpoint, in the one spelling that is compared, stored and sent.
package enum Destination: Hashable, Sendable {
    /// E.164 without the `+`, as Plivo wants it (docs: call-api, "to"). 7 to 15 digits, the first not zero.
    case phone(Int64)
    /// `sip:user@host`, scheme and host in lower case.
    case sip(String)

    /// What goes into a request, and what two spellings of one destination have in common.
    package var text: String {
        switch self {
        case .phone(let digits): String(digits)
        case .sip(let uri): uri
        }
    }

    /// Reads a destination as people type it: `+1 (415) 555-0100`, `14155550100`, `sip:john@phone.plivo.com`.
    package init(typed: String) throws(DestinationProblem) {
        let trimmed = typed.utf8.trimmingBlanks()
        guard !trimmed.isEmpty else { throw .empty }
        if trimmed.lowercasedPrefix(4) == "sip:" {
            self = .sip(try SIPURI.normalized(String(Substring(trimmed.dropFirst(4)))))
        } else {
            self = .phone(try Self.phoneDigits(trimmed))
        }
    }

    /// Reads what Plivo says of a call (`To`, `to_number`): `+` or not, scheme kept. Nil if it is no destination.
    package init?(reported: String) {
        guard let destination = try? Destination(typed: reported) else { return nil }
        self = destination
    }

    private static func phoneDigits(_ text: Substring.UTF8View) throws(DestinationProblem) -> Int64 {
        var value: Int64 = 0
        var count = 0
        var atStart = true
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if count == 0, byte == UInt8(ascii: "0") { throw .leadingZero }
                guard count < 15 else { throw .tooLong }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
                count += 1
                atStart = false
            case UInt8(ascii: "+"):
                guard atStart else { throw .unexpectedCharacter }
                atStart = false
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "/"), UInt8(ascii: "\t"):
                continue
            case 0xC2, 0xA0:  // U+00A0, the no-break space that spreadsheets and web pages put into numbers
                continue
            default:
                throw .unexpectedCharacter
            }
        }
        guard count >= 7 else { throw .tooShort }
        return value
    }
}

/// Why a text is not a destination, as a sentence's end: "the number …".
package enum DestinationProblem: String, Error, CaseIterable, Sendable {
    case empty = "is empty"
    case tooShort = "is too short: an E.164 number has 7 to 15 digits, country code included"
    case tooLong = "is too long: an E.164 number has at most 15 digits, country code included"
    case leadingZero = "begins with 0: give the country code first, without a trunk prefix or 00"
    case unexpectedCharacter =
        "has a character that no number has: digits, blanks, dots, dashes, slashes, brackets and one leading + are understood"
    case badSIPURI = "is no SIP URI that Plivo takes: sip:user@host"
    case sameAsCallerID = "is the campaign's own caller ID: Plivo does not let a number call itself"
}

extension Destination: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self = try Destination(typed: text)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
