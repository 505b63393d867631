import Crypto

/// Reads a whole file for its hash and its encoding, before its rows are read.
struct FileSurvey {
    /// The SHA-256 of the file, in lower-case hexadecimal digits.
    var sha256: String
    var encoding: TextEncoding
    /// The length of the byte order mark in bytes; 0 without one.
    var markLength: Int
    /// The first bytes of the file, byte order mark included: the delimiter is found from them.
    var head: [UInt8]

    private static let headBytes = 65_536
    /// A file with a larger share of control characters is not text.
    private static let largestControlShare = 0.05

    /// - Throws: if the file is empty or not text.
    init(_ file: InputFile, chunkBytes: Int) throws(FileRefusal) {
        var hash = SHA256()
        var validator = UTF8Validator()
        var controls = 0
        var size = 0
        head = []
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let count = try file.read(into: &chunk)
            if count == 0 { break }
            if head.count < Self.headBytes { head += chunk.prefix(min(count, Self.headBytes - head.count)) }
            size += count
            chunk.withUnsafeBytes { whole in
                let bytes = UnsafeRawBufferPointer(rebasing: whole[..<count])
                hash.update(bufferPointer: bytes)
                validator.consume(bytes)
                controls += Self.controls(in: bytes)
            }
        }
        validator.finish()
        sha256 = hash.finalize().hexadecimal
        let marked = TextEncoding.marked(by: head)
        markLength = marked?.length ?? 0
        encoding = marked?.encoding ?? .utf8
        if encoding == .utf8, !validator.isValid { encoding = .windows1252 }
        if size <= markLength { throw FileRefusal("The file is empty: it needs a header row and at least one row.") }
        if let kind = Self.otherKind(head) { throw FileRefusal("The file is \(kind): save it as CSV.") }
        let isUTF16 = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        if !isUTF16, Double(controls) > Double(size) * Self.largestControlShare {
            throw FileRefusal("The file is not text: save it as CSV in UTF-8.")
        }
    }

    /// The number of bytes below the blank, apart from tabs and line ends.
    private static func controls(in bytes: UnsafeRawBufferPointer) -> Int {
        var count = 0
        for byte in bytes where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D { count += 1 }
        return count
    }

    /// The kind of a file that is not text, found from its first bytes.
    private static func otherKind(_ head: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "a spreadsheet (.xlsx, .ods) or a ZIP archive"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
            ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF"),
            ([0x1F, 0x8B], "compressed by gzip"),
            ([0xFF, 0xFE, 0x00, 0x00], "in UTF-32"),
            ([0x00, 0x00, 0xFE, 0xFF], "in UTF-32"),
        ]
        return kinds.first { head.starts(with: $0.0) }?.1
    }
}

extension SHA256.Digest {
    /// 64 lower-case digits.
    var hexadecimal: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
