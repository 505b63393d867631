import Glibc

/// Reads the records of a CSV one at a time, with memory for the longest record only.
final class CSVReader {
    /// What the reader found at its position in the file.
    enum Finding {
        case record
        /// The record cannot be read; the fields before `column` could be read.
        case broken(column: Int, value: String, reason: String)
    }

    private var source: TextSource
    private let limits: CSVLimits
    private var scanner: CSVScanner
    private var buffer: [UInt8] = []
    /// The index in the buffer at which the next record begins.
    private var position = 0
    private var nextLine = 1

    /// The line on which the last found record begins, from 1.
    private(set) var line = 1

    init(_ source: TextSource, delimiter: UInt8, limits: CSVLimits) {
        self.source = source
        self.limits = limits
        scanner = CSVScanner(delimiter: delimiter)
    }

    var fieldCount: Int { scanner.fields.count }

    /// The first quoted field that contains an undoubled quote, so that the field's end is a guess.
    var columnWithLooseQuote: Int? { scanner.columnWithLooseQuote }

    /// The next record that is not a blank line; nil at the end.
    func next() throws(FileRefusal) -> Finding? {
        while true {
            if position == buffer.count {
                if source.isAtEnd { return nil }
                try fill()
                continue
            }
            line = nextLine
            let start = position
            // At most one byte more than a record may have, so that the rows do not depend on the size of the chunks.
            let end = min(buffer.count, start + limits.recordBytes + 1)
            let fits = end - start <= limits.recordBytes
            let isLast = source.isAtEnd && fits
            let found = buffer.withUnsafeBufferPointer { bytes in
                scanner.scan(UnsafeBufferPointer(rebasing: bytes[..<end]), from: start, isLast: isLast)
            }
            switch found {
            case .record(let next, let lineBreaks):
                position = next
                nextLine += lineBreaks
                if isBlankLine(from: start) { continue }
                return next - start <= limits.recordBytes ? .record : overlong(from: start)
            case .broken(let quote):
                return broken(quote)
            case .incomplete(let quote):
                if fits {
                    try fill()
                } else if let quote, quote.nextLine != nil {
                    return broken(quote)
                } else {
                    return try skipOverlongLine()
                }
            }
        }
    }

    /// The first field that contains a NUL byte.
    var columnWithNUL: Int? {
        let start = scanner.fields.first?.start ?? position
        let hasNUL = buffer.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0 + start, 0, position - start) != nil } ?? false
        }
        return hasNUL ? scanner.fields.firstIndex { buffer[$0.start..<$0.end].contains(0) } : nil
    }

    /// The text of a field of the last found record; empty for a field that a short record lacks.
    func text(_ column: Int) -> String {
        guard column < scanner.fields.count else { return "" }
        let field = scanner.fields[column]
        return buffer.withUnsafeBufferPointer { bytes in
            let slice = bytes[field.start..<field.end]
            guard field.hasDoubledQuotes else {
                return String(decoding: UnsafeBufferPointer(rebasing: slice), as: UTF8.self)
            }
            var text: [UInt8] = []
            text.reserveCapacity(slice.count)
            var isDoubled = false
            for byte in slice {
                if byte == UInt8(ascii: "\""), isDoubled {
                    isDoubled = false
                } else {
                    text.append(byte)
                    isDoubled = byte == UInt8(ascii: "\"")
                }
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// Reads the rest of the file.
    ///
    /// - Returns: the SHA-256 of the whole file as it was read by this object.
    func drain() throws(FileRefusal) -> String {
        while !source.isAtEnd {
            buffer.removeAll(keepingCapacity: true)
            try source.append(to: &buffer)
        }
        buffer.removeAll()
        position = 0
        return source.sha256
    }

    /// Reads more into the buffer. The buffer doubles at least, so that a long record is scanned only a few times.
    private func fill() throws(FileRefusal) {
        buffer.removeSubrange(..<position)
        position = 0
        let goal = buffer.count * 2 + 1
        while buffer.count < goal, !source.isAtEnd { try source.append(to: &buffer) }
    }

    private func isBlankLine(from start: Int) -> Bool {
        guard scanner.fields.count == 1, let field = scanner.fields.first, field.start == start else { return false }
        return buffer[field.start..<field.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Gives up the record and continues on the line below the unclosed quote, so that the lines inside the quote are
    /// read as rows.
    private func broken(_ quote: CSVScanner.OpenQuote) -> Finding {
        let quoteLine = line + quote.lineBreaksBefore
        position = quote.nextLine ?? buffer.count
        nextLine = quoteLine + 1
        let value = buffer[quote.start..<position].prefix { $0 != 0x0A && $0 != 0x0D }
        let reason =
            "a quote that opens a field on line \(quoteLine) is not closed: close it, or double it if it is meant"
        return .broken(
            column: scanner.fields.count,
            value: String(decoding: value.prefix(1000), as: UTF8.self),
            reason: reason
        )
    }

    /// Skips a line that is too long for the buffer.
    private func skipOverlongLine() throws(FileRefusal) -> Finding {
        let finding = overlong(from: position)
        while true {
            let isLast = source.isAtEnd
            let searched = position
            let end: Int? = buffer.withUnsafeBufferPointer { bytes in
                guard let index = bytes[searched...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
                return CSVScanner.afterLineBreak(bytes, at: index, isLast: isLast)
            }
            if let end {
                position = end
                nextLine += 1
                break
            }
            // A CR at the end of the buffer is kept, because an LF may follow it.
            position = buffer.last == 0x0D && !isLast ? buffer.count - 1 : buffer.count
            if isLast { break }
            try fill()
        }
        return finding
    }

    private func overlong(from start: Int) -> Finding {
        let value = String(decoding: buffer[start...].prefix(min(1000, limits.recordBytes)), as: UTF8.self)
        return .broken(column: 0, value: value, reason: "the record is longer than \(limits.recordBytes) bytes")
    }
}
