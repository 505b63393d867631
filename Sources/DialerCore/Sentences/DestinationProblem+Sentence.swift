extension DestinationProblem: CustomStringConvertible {
    /// The end of a sentence: "the number …".
    package var description: String {
        switch self {
        case .empty: "is empty"
        case .tooShort: "is too short: an E.164 number has 7 to 15 digits, country code included"
        case .tooLong: "is too long: an E.164 number has at most 15 digits, country code included"
        case .leadingZero: "begins with 0: give the country code first, without a trunk prefix or 00"
        case .unexpectedCharacter:
            "has a character that no number has: digits, blanks, dots, dashes, slashes, brackets and one leading + are understood"
        case .hasExtension: "has an extension, which cannot be dialed with it: put that into a send_digits column"
        case .unknownCountryCode(let digits): "begins with \(digits), which no country code does"
        case .wrongLength(let countryCode, let digits, let allowed):
            "has \(digits) digits after +\(countryCode), where numbers have \(Self.choice(allowed)):"
                + " is +\(countryCode) the country code?"
        case .badSIPURI: "is no SIP URI that Plivo takes: sip:user@host"
        case .sameAsCallerID: "is the campaign's own caller ID: Plivo does not let a number call itself"
        }
    }

    /// Lengths in words: `8 or 10`; consecutive lengths in short form: `7 to 11`.
    private static func choice(_ lengths: [Int]) -> String {
        guard let first = lengths.first, let last = lengths.last else { return "none" }
        if lengths.count > 2, last - first == lengths.count - 1 { return "\(first) to \(last)" }
        guard lengths.count > 1 else { return String(first) }
        return lengths.dropLast().map { String($0) }.joined(separator: ", ") + " or \(last)"
    }
}
