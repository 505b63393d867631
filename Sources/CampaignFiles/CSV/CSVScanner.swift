/// Finds the fields of one record in a buffer (RFC 4180).
///
/// Two deviations from RFC 4180 are accepted: a quote inside an unquoted field is a character, and so is a quote inside a
/// quoted field that is not followed by a delimiter or a line end (a *loose* quote). A quoted field with a loose quote and a
/// line break is refused: most likely a quote was not closed, and the field would swallow the rows below it.
struct CSVScanner {
    /// The range of a field's text in the buffer, without its quotes.
    struct Field {
        var start: Int
        var end: Int
        /// Whether the text has doubled quotes. Each of them stands for a single quote.
        var hasDoubledQuotes: Bool
    }

    enum Finding {
        /// `next` is the index at which the next record begins, `lineBreaks` the number of line breaks before it.
        case record(next: Int, lineBreaks: Int)
        /// The buffer ends before the record does; `quote` is set if it ends within a quoted field.
        case incomplete(quote: OpenQuote?)
        case broken(OpenQuote)
    }

    /// A quote that opens a field and is not closed.
    struct OpenQuote {
        /// The index of the text behind the quote.
        var start: Int
        /// The line breaks of the record before the quote.
        var lineBreaksBefore: Int
        /// The index at which the line below the quote begins; nil if the buffer ends before that line.
        var nextLine: Int?
    }

    let delimiter: UInt8
    /// The fields of the last scanned record; of a broken record, the fields before the unclosed quote.
    private(set) var fields: [Field] = []
    /// The first field with a loose quote in the last scanned record.
    private(set) var columnWithLooseQuote: Int?

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameters:
    ///   - start: the index at which the record begins, less than the buffer's count.
    ///   - isLast: whether the file ends with the buffer.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Finding {
        fields.removeAll(keepingCapacity: true)
        columnWithLooseQuote = nil
        var index = start
        var lineBreaks = 0
        while true {
            if index < bytes.count, bytes[index] == Self.quote {
                switch quotedField(bytes, from: index + 1, lineBreaks: lineBreaks, isLast: isLast) {
                case .success(let closed): (index, lineBreaks) = closed
                case .failure(let finding): return finding.finding
                }
            } else {
                let first = index
                while index < bytes.count, !endsField(bytes[index]) { index += 1 }
                fields.append(Field(start: first, end: index, hasDoubledQuotes: false))
            }
            guard index < bytes.count else {
                return isLast ? .record(next: index, lineBreaks: lineBreaks) : .incomplete(quote: nil)
            }
            guard bytes[index] == delimiter else {
                guard let next = Self.afterLineBreak(bytes, at: index, isLast: isLast) else {
                    return .incomplete(quote: nil)
                }
                return .record(next: next, lineBreaks: lineBreaks + 1)
            }
            index += 1
        }
    }

    /// A quoted field has no end in the buffer.
    private struct NoEnd: Error {
        var finding: Finding
    }

    /// Appends the field.
    ///
    /// - Returns: the index behind the closing quote, and the number of line breaks in the record up to this index.
    private mutating func quotedField(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        lineBreaks before: Int,
        isLast: Bool
    ) -> Result<(Int, Int), NoEnd> {
        var open = OpenQuote(start: start, lineBreaksBefore: before, nextLine: nil)
        var lineBreaks = before
        var hasDoubledQuotes = false
        var hasLooseQuote = false
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.lineFeed || byte == Self.carriageReturn {
                guard let next = Self.afterLineBreak(bytes, at: index, isLast: isLast) else { break }
                if open.nextLine == nil { open.nextLine = next }
                if hasLooseQuote { return .failure(NoEnd(finding: .broken(open))) }
                lineBreaks += 1
                index = next
            } else if byte == Self.quote {
                guard index + 1 < bytes.count || isLast else { break }
                if index + 1 == bytes.count || endsField(bytes[index + 1]) {
                    if hasLooseQuote, columnWithLooseQuote == nil { columnWithLooseQuote = fields.count }
                    fields.append(Field(start: start, end: index, hasDoubledQuotes: hasDoubledQuotes))
                    return .success((index + 1, lineBreaks))
                }
                if bytes[index + 1] == Self.quote {
                    hasDoubledQuotes = true
                    index += 2
                } else {
                    hasLooseQuote = true
                    if open.nextLine != nil { return .failure(NoEnd(finding: .broken(open))) }
                    index += 1
                }
            } else {
                index += 1
            }
        }
        return .failure(NoEnd(finding: isLast ? .broken(open) : .incomplete(quote: open)))
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// The index behind the LF, CRLF or CR at `index`; nil if a CR is the last byte of the buffer, and an LF may follow.
    static func afterLineBreak(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isLast: Bool) -> Int? {
        guard bytes[index] == carriageReturn else { return index + 1 }
        guard index + 1 < bytes.count else { return isLast ? index + 1 : nil }
        return bytes[index + 1] == lineFeed ? index + 2 : index + 1
    }
}
