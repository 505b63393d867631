/// The digits of a number as people type it, without the characters between them.
struct TypedNumber {
    /// Each is 0 to 9.
    var digits: [UInt8] = []
    var hasPlus = false

    /// Far more digits than any number has, prefixes included.
    private static let mostDigits = 30

    /// - Throws: why the text is no number.
    init(_ text: Substring) throws(DestinationProblem) {
        digits.reserveCapacity(16)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                guard digits.count < Self.mostDigits else { throw .tooLong }
                digits.append(UInt8(truncatingIfNeeded: scalar.value - 0x30))
            case 0x2B:
                guard digits.isEmpty, !hasPlus else { throw .unexpectedCharacter }
                hasPlus = true
            case _ where Self.isSeparator(scalar): continue
            default: throw digits.count >= 7 && Self.hasExtension(text) ? .hasExtension : .unexpectedCharacter
            }
        }
    }

    /// Blanks, dots, dashes, slashes and brackets, and similar characters that spreadsheets, web pages and address
    /// books write into numbers: no-break spaces, typographic dashes, invisible marks of direction.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ".", "-", "(", ")", "/", "\t": true
        case "\u{A0}", "\u{2000}"..."\u{2015}", "\u{202A}"..."\u{202F}", "\u{2060}", "\u{2212}", "\u{FEFF}": true
        default: false
        }
    }

    /// Whether an extension follows the number: `x12`, `ext. 12`, `#12` or `;ext=12`.
    private static func hasExtension(_ text: Substring) -> Bool {
        let rest = text.unicodeScalars.drop { "0123456789+,;".unicodeScalars.contains($0) || isSeparator($0) }
        let tail = String(rest).lowercased()
        guard let marker = ["extension", "ext", "x", "#"].first(where: tail.hasPrefix) else { return false }
        let number = tail.dropFirst(marker.count).drop { " .:=".contains($0) }
        return !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
