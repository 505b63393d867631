extension Collection<UInt8> where SubSequence == Substring.UTF8View {
    /// The text without blanks, tabs and line ends at either end.
    func trimmingBlanks() -> Substring.UTF8View {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var trimmed = self[startIndex...]
        while let first = trimmed.first, isBlank(first) { trimmed.removeFirst() }
        while let last = trimmed.last, isBlank(last) { trimmed.removeLast() }
        return trimmed
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether the byte is an ASCII letter.
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Substring.UTF8View {
    func lowercasedPrefix(_ count: Int) -> String {
        Substring(prefix(count)).lowercased()
    }
}

extension String {
    /// The text without blanks, tabs and line ends at either end.
    package var trimmed: String { String(Substring(utf8.trimmingBlanks())) }
}
