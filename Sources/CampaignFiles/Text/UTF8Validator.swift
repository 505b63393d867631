/// Checks whether a text, given in chunks of any size, is valid UTF-8 (RFC 3629).
struct UTF8Validator {
    private(set) var isValid = true
    /// The number of continuation bytes that must follow, and the range of the next one.
    private var pending = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    mutating func consume(_ bytes: UnsafeRawBufferPointer) {
        guard isValid else { return }
        var index = 0
        while index < bytes.count {
            if pending == 0 {
                index = Self.endOfASCII(bytes, from: index)
                guard index < bytes.count else { return }
            }
            guard accept(bytes[index]) else {
                isValid = false
                return
            }
            index += 1
        }
    }

    /// Call it at the end of the text: an incomplete sequence is not valid.
    mutating func finish() {
        if pending > 0 { isValid = false }
    }

    private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        if pending > 0 {
            guard (lowest...highest).contains(byte) else { return false }
            pending -= 1
            (lowest, highest) = (0x80, 0xBF)
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, lowest) = (2, 0xA0)
        case 0xED: (pending, highest) = (2, 0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, lowest) = (3, 0x90)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, highest) = (3, 0x8F)
        default: return false
        }
        return true
    }
}
