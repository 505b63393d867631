/// Finds the fields of one record in a buffer (RFC 4180): no memory of its own but the list of fields.
///
/// Lenient where that loses nothing: a quote inside an unquoted field is a character, and so is one inside a quoted
/// field that no delimiter or line end follows. A quoted field that has such a quote *and* a line break is no field:
/// most likely a quote was left open, and taking it at its word would swallow the rows below it.
struct CSVScanner {
    /// Where a field's text is, without its quotes.
    struct Field {
        var start: Int
        var end: Int
        /// Doubled quotes stand for one.
        var hasDoubledQuotes: Bool
    }

    enum Finding {
        /// `next` is where the next record begins, `lineBreaks` how many lie before it.
        case record(next: Int, lineBreaks: Int)
        /// The buffer ends before the record does; `quote` is the one that is open.
        case incomplete(quote: OpenQuote?)
        case broken(OpenQuote)
    }

    /// A quote that is not closed as it should be.
    struct OpenQuote {
        /// Of the text after the quote.
        var start: Int
        /// Line breaks of the record before it.
        var lineBreaksBefore: Int
        /// Where the line after the quote's own begins, if the buffer has it.
        var nextLine: Int?
    }

    let delimiter: UInt8
    /// Of the last record found; of a broken one, those before the bad quote.
    private(set) var fields: [Field] = []
    /// The first field of the last record in which a quote is taken for a character though the field is quoted.
    private(set) var columnWithLooseQuote: Int?

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameters:
    ///   - start: where the record begins, before the buffer's end.
    ///   - isLast: nothing follows the buffer.
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

    /// Why a quoted field has no end in the buffer.
    private struct NoEnd: Error {
        var finding: Finding
    }

    /// Appends the field; gives the index after its closing quote and the record's line breaks so far.
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

    /// The index after the LF, CRLF or CR at `index`; nil if what comes after a CR is not known yet.
    static func afterLineBreak(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isLast: Bool) -> Int? {
        guard bytes[index] == carriageReturn else { return index + 1 }
        guard index + 1 < bytes.count else { return isLast ? index + 1 : nil }
        return bytes[index + 1] == lineFeed ? index + 2 : index + 1
    }
}
