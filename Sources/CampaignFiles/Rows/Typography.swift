extension Unicode.Scalar {
    /// Whether the scalar is a mark without width, such as a direction mark, a byte order mark or a mark where a word
    /// may break.
    fileprivate var isInvisible: Bool { properties.generalCategory == .format }

    /// Whether the scalar is a blank of any width, including no-break blanks.
    fileprivate var isBlank: Bool {
        properties.generalCategory == .spaceSeparator || (0x09...0x0D).contains(value)
    }
}

extension String {
    /// The text with ASCII blanks and hyphens in place of the blanks and dashes of word processors and web pages, and
    /// without invisible marks.
    var withPlainBlanksAndHyphens: String {
        var typed = UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isInvisible {
            typed.append(scalar.isBlank ? " " : scalar.properties.isDash ? "-" : scalar)
        }
        return String(typed)
    }

    /// The text without blanks and invisible marks at both ends.
    var trimmedOfInvisible: String {
        func isTrimmed(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar.isInvisible }
        guard let first = unicodeScalars.firstIndex(where: { !isTrimmed($0) }),
            let last = unicodeScalars.lastIndex(where: { !isTrimmed($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
