/// What word processors, chats and web pages put in the place of a keyboard's characters.
extension Unicode.Scalar {
    /// A mark without width: of direction, of byte order, of where a word may break.
    fileprivate var isInvisible: Bool { properties.generalCategory == .format }

    /// A blank of any width, no-break ones included.
    fileprivate var isBlank: Bool {
        properties.generalCategory == .spaceSeparator || (0x09...0x0D).contains(value)
    }
}

extension String {
    /// With the keyboard's blanks and hyphens for their kin, and without invisible marks.
    var asTypedOnAKeyboard: String {
        var typed = UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isInvisible {
            typed.append(scalar.isBlank ? " " : scalar.properties.isDash ? "-" : scalar)
        }
        return String(typed)
    }

    /// Without blanks of any kind and invisible marks at either end.
    var trimmedOfInvisible: String {
        func isNothing(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar.isInvisible }
        guard let first = unicodeScalars.firstIndex(where: { !isNothing($0) }),
            let last = unicodeScalars.lastIndex(where: { !isNothing($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
