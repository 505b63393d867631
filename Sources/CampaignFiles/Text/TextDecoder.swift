/// Turns a file's bytes into UTF-8, chunk by chunk.
struct TextDecoder {
    private let encoding: TextEncoding
    /// UTF-16 only: the first half of a code unit, and a high surrogate that waits for its low one.
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Appends the chunk's text to `output`; a character that the chunk cuts waits for the next.
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

    /// What the end of the file cut off becomes U+FFFD.
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

    /// 0xA0 and above are Latin-1; below, typographic characters, and five holes that stand for themselves, as
    /// the WHATWG Encoding standard has it.
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
