/// The decoded pairs of an `application/x-www-form-urlencoded` body or of a query, in their order.
package struct FormPairs: Sendable, ExpressibleByArrayLiteral {
    package struct Pair: Hashable, Sendable {
        package var key: String
        package var value: String

        package init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    package var pairs: [Pair]

    package init(arrayLiteral pairs: Pair...) {
        self.pairs = pairs
    }

    /// Never fails: a `%` that two hexadecimal digits do not follow stands for itself, bytes that are not UTF-8 become
    /// U+FFFD, and a key without `=` has an empty value.
    package init(decoding text: some Collection<UInt8>) {
        // Copied into an array first: iterating the caller's generic collection took 40 % of a callback's time.
        pairs = Array(text).split(separator: UInt8(ascii: "&")).map { pair in
            guard let middle = pair.firstIndex(of: UInt8(ascii: "=")) else { return Pair(Self.decode(pair), "") }
            return Pair(Self.decode(pair[..<middle]), Self.decode(pair[(middle + 1)...]))
        }
    }

    /// The first value of the key that is not empty; nil if there is none.
    package subscript(key: String) -> String? {
        pairs.first { $0.key == key && !$0.value.isEmpty }?.value
    }

    private static func decode(_ encoded: ArraySlice<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(encoded.count)
        var index = encoded.startIndex
        while index < encoded.endIndex {
            let byte = encoded[index]
            if byte == UInt8(ascii: "%"), index + 2 < encoded.endIndex, let high = hexadecimal(encoded[index + 1]),
                let low = hexadecimal(encoded[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
