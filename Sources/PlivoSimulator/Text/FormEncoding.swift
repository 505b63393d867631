/// Fields of a form or of a query, decoded. A key may occur more than once.
package typealias FormFields = [(key: String, value: String)]

/// `application/x-www-form-urlencoded`, the format of callback bodies and of queries.
package enum FormEncoding {
    /// Encodes the fields in the given order, such as `a=1&b=x+y`. A space becomes `+`; everything but ASCII letters,
    /// digits and `-._~` becomes `%XX`.
    package static func encode(_ fields: FormFields) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.count * 32)
        for (key, value) in fields {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            append(key, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            append(value, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes a body or a query and keeps the order of its fields. A key without `=` has an empty value.
    package static func decode(_ text: some StringProtocol) -> FormFields {
        text.split(separator: "&").map { item in
            guard let equals = item.firstIndex(of: "=") else { return (unescape(item), "") }
            return (unescape(item[..<equals]), unescape(item[item.index(after: equals)...]))
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if byte.isASCIILetterOrDigit || "-._~".utf8.contains(byte) {
                bytes.append(byte)
            } else if byte == UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: "+"))
            } else {
                bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 0xf)]]
            }
        }
    }

    /// A `%` without two hexadecimal digits after it is kept as it is.
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
                let high = hexValue(bytes[position]), let low = hexValue(bytes[position + 1])
            {
                decoded.append(high << 4 | low)
                position += 2
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
