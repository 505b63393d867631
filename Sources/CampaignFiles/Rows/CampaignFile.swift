package import DialerCore

/// A campaign's CSV, open for one reading from the first row to the last in constant memory (interface, section 5).
///
/// Opening reads the whole file once, for its hash and its encoding. Then ``next(limit:)`` until it gives nothing, then
/// ``finish()``, which tells whether the file stayed the same all the while. For one thread at a time.
package final class CampaignFile {
    /// Of the file's bytes, in lower-case hexadecimal digits.
    package let sha256: String
    package let encoding: TextEncoding
    /// One ASCII character.
    package let delimiter: String
    /// The names of every column but the destination's, in the order of the file; each is unique.
    package let columns: [String]

    private let reader: CSVReader
    private let rows: RowReader
    /// What the reader stands at, when it has not been handed out yet.
    private var ahead: CSVReader.Finding?

    /// - Parameters:
    ///   - callerIDs: of the campaign; a row that would call the only one is a reject.
    ///   - country: whose national numbers are understood; none without.
    ///   - zoneRule: in which zones the rows' numbers lie.
    /// - Throws: the refusal of the whole file, with every reason.
    package init(
        path: String,
        callerIDs: [String],
        country: Country? = nil,
        zoneRule: ZoneRule = .none,
        limits: CSVLimits = CSVLimits()
    ) throws(FileRefusal) {
        let opened = try CSVReader.open(path: path, limits: limits)
        reader = opened.reader
        let header = try Self.header(reader, limits: limits)
        sha256 = opened.sha256
        encoding = opened.encoding
        self.delimiter = String(UnicodeScalar(opened.delimiter))
        columns = header.valueNames
        rows = RowReader(header: header, callerIDs: callerIDs, country: country, zoneRule: zoneRule)
        ahead = try reader.next()
        if ahead == nil { throw FileRefusal("The file has a header but no row below it.") }
    }

    private static func header(_ reader: CSVReader, limits: CSVLimits) throws(FileRefusal) -> CSVHeader {
        switch try reader.next() {
        case .record:
            if reader.columnWithNUL != nil {
                throw FileRefusal("The header row on line \(reader.line) has a NUL byte in it: export the file again.")
            }
            return try CSVHeader((0..<reader.fieldCount).map(reader.text), limits: limits)
        case .broken(_, _, let reason):
            throw FileRefusal("The header row on line \(reader.line) cannot be read: \(reason).")
        case nil:
            throw FileRefusal("The file has no row: it needs a header row and at least one row below it.")
        }
    }

    /// The next rows, at most `limit`; none only at the end of the file.
    ///
    /// - Throws: if the file can't be read any further.
    package func next(limit: Int) throws(FileRefusal) -> [CSVRow] {
        var slice: [CSVRow] = []
        slice.reserveCapacity(limit)
        while slice.count < limit, let finding = ahead {
            switch finding {
            case .record: slice.append(rows.row(reader))
            case .broken(let column, let value, let reason):
                slice.append(rows.broken(reader, column: column, value: value, reason: reason))
            }
            ahead = try reader.next()
        }
        return slice
    }

    /// Ends the reading.
    ///
    /// - Throws: ``CampaignFileChanged`` if what was read is not what ``sha256`` tells, ``FileRefusal`` if the rest
    ///   can't be read.
    package func finish() throws {
        ahead = nil
        guard try reader.drain() == sha256 else { throw CampaignFileChanged() }
    }
}
