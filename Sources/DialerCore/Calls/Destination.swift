/// The destination of a call: an E.164 number or a SIP endpoint, in the only spelling that is compared, stored and
/// sent.
package enum Destination: Hashable, Sendable {
    /// E.164 without the `+`, as Plivo takes it (docs/plivo.md, "Making calls"): 7 to 15 digits, the first not zero.
    case phone(Int64)
    /// `sip:user@host`, with scheme and host in lower case.
    case sip(String)

    /// The text in a request. All spellings of one destination have the same text.
    package var text: String {
        switch self {
        case .phone(let digits): String(digits)
        case .sip(let uri): uri
        }
    }

    /// The text for people and other programs, with `+`: it means the same number in every country.
    package var internationalText: String {
        switch self {
        case .phone(let digits): "+\(digits)"
        case .sip(let uri): uri
        }
    }

    /// Reads a destination as people type it: `+1 (415) 555-0100`, `14155550100`, `sip:john@phone.plivo.com`.
    ///
    /// - Parameter country: a number without `+` is read as dialed in this country: `020 7946 0018`. Without a country
    ///   it is read as if it began with `+`.
    /// - Throws: why the text is no destination. A number must be possible in its numbering plan (``NumberingPlan``).
    package init(typed: String, country: Country? = nil) throws(DestinationProblem) {
        self = try Self.read(typed) { number throws(DestinationProblem) in
            if let country, !number.hasPlus { return try NumberingPlan.national(number.digits[...], in: country) }
            return try NumberingPlan.international(number.digits[...])
        }
    }

    /// Reads a destination that Plivo reports (`To`, `to_number`), with or without `+`. Nil if it is no destination.
    ///
    /// Any 7 to 15 digits are accepted: the call was made, whatever the numbering plans say.
    package init?(reported: String) {
        guard let destination = try? Self.read(reported, digits: Self.anyDigits) else { return nil }
        self = destination
    }

    private static func read(
        _ text: String,
        digits: (TypedNumber) throws(DestinationProblem) -> Int64
    ) throws(DestinationProblem) -> Destination {
        let trimmed = text.utf8.trimmingBlanks()
        guard !trimmed.isEmpty else { throw .empty }
        if trimmed.lowercasedPrefix(4) == "sip:" {
            return .sip(try SIPURI.normalized(String(Substring(trimmed.dropFirst(4)))))
        }
        return .phone(try digits(try TypedNumber(Substring(trimmed))))
    }

    private static func anyDigits(_ number: TypedNumber) throws(DestinationProblem) -> Int64 {
        guard number.digits.first != 0 else { throw .leadingZero }
        guard number.digits.count >= 7 else { throw .tooShort }
        guard number.digits.count <= 15 else { throw .tooLong }
        return number.digits.reduce(0) { $0 * 10 + Int64($1) }
    }
}
