/// The digits of a number as people type it, with what they put between them left out.
struct TypedNumber {
    /// 0 to 9 each.
    var digits: [UInt8] = []
    var hasPlus = false

    /// Far more than any number has, prefixes included.
    private static let mostDigits = 30

    init(_ text: Substring) throws(DestinationProblem) {
        digits.reserveCapacity(16)
        for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
            switch scalar {
            case "0"..."9":
                guard digits.count < Self.mostDigits else { throw .tooLong }
                digits.append(UInt8(scalar.value - 0x30))
            case "+":
                guard digits.isEmpty, !hasPlus else { throw .unexpectedCharacter }
                hasPlus = true
            case _ where Self.isSeparator(scalar): continue
            default:
                throw digits.count >= 7 && Self.isExtension(text[index...]) ? .hasExtension : .unexpectedCharacter
            }
        }
    }

    /// Blanks, dots, dashes, slashes and brackets, and their relatives that spreadsheets, web pages and address books put
    /// into numbers: no-break spaces, typographic dashes, invisible marks of direction.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ".", "-", "(", ")", "/", "\t": true
        case "\u{A0}", "\u{2000}"..."\u{2015}", "\u{202A}"..."\u{202F}", "\u{2060}", "\u{2212}", "\u{FEFF}": true
        default: false
        }
    }

    /// `x12`, `ext. 12`, `#12`, `;ext=12`.
    private static func isExtension(_ rest: Substring) -> Bool {
        let text = Substring(rest.lowercased()).drop { ",; ".contains($0) }
        guard let marker = ["extension", "ext", "x", "#"].first(where: text.hasPrefix) else { return false }
        let number = text.dropFirst(marker.count).drop { " .:=".contains($0) }
        return !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
