/// Converts a file's bytes to UTF-8, chunk by chunk.
struct TextDecoder {
    private let encoding: TextEncoding
    /// For UTF-16: the first byte of a code unit, and a high surrogate, whose second half is in the next chunk.
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Appends the chunk's text to `output`. A character that continues in the next chunk is appended with the next
    /// chunk.
    mutating func decode(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) {
        switch encoding {
        case .utf8:
            output.append(contentsOf: bytes)
        case .windows1252:
            for byte in bytes {
                if byte < 0x80 { output.append(byte) } else { Self.append(Self.windows1252(byte), to: &output) }
            }
        case .utf16LittleEndian, .utf16BigEndian:
            for byte in bytes {
                guard let first = oddByte else {
                    oddByte = byte
                    continue
                }
                oddByte = nil
                let (high, low) = encoding == .utf16BigEndian ? (first, byte) : (byte, first)
                append(unit: UInt16(high) << 8 | UInt16(low), to: &output)
            }
        }
    }

    /// Appends U+FFFD for a character that the end of the file cuts off.
    mutating func finish(into output: inout [UInt8]) {
        if highSurrogate != nil { Self.append(Self.replacement, to: &output) }
        if oddByte != nil { Self.append(Self.replacement, to: &output) }
        (highSurrogate, oddByte) = (nil, nil)
    }

    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    private mutating func append(unit: UInt16, to output: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                Self.append(Unicode.Scalar(value) ?? Self.replacement, to: &output)
                return
            }
            Self.append(Self.replacement, to: &output)
        }
        if (0xD800...0xDBFF).contains(unit) {
            highSurrogate = unit
        } else {
            Self.append(Unicode.Scalar(unit) ?? Self.replacement, to: &output)
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// As in the WHATWG Encoding standard: 0xA0 and above are Latin-1; 0x80 to 0x9F are typographic characters, except five
    /// unassigned bytes, which are the control characters of the same value.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let upper: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
