/// `application/x-www-form-urlencoded`, as bodies and as queries.
package enum FormText {
    /// `a=1&b=x+y`: spaces as `+`, everything but letters, digits, `-`, `.`, `_`, `~` as `%XX`, in the given order.
    package static func encode(_ pairs: [(key: String, value: String)]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pairs.count * 32)
        for (key, value) in pairs {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            append(key, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            append(value, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The pairs of a query or body, decoded, in the order in which they stand. A key without `=` has an empty value.
    package static func decode(_ text: some StringProtocol) -> [(key: String, value: String)] {
        text.split(separator: "&").map { item in
            guard let equals = item.firstIndex(of: "=") else { return (unescape(item), "") }
            return (unescape(item[..<equals]), unescape(item[item.index(after: equals)...]))
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            case UInt8(ascii: " "):
                bytes.append(UInt8(ascii: "+"))
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(HexDigits.uppercase[Int(byte >> 4)])
                bytes.append(HexDigits.uppercase[Int(byte & 0xf)])
            }
        }
    }

    /// A `%` that no two hexadecimal digits follow stands for itself.
    private static func unescape(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "+") {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), position + 1 < bytes.count,
                let high = HexDigits.value(of: bytes[position]), let low = HexDigits.value(of: bytes[position + 1])
            {
                decoded.append(high << 4 | low)
                position += 2
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
