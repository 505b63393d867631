package import DialerCore

/// A campaign's CSV, read once from the first row to the last in constant memory (docs/csv.md, "The format").
///
/// Opening reads the whole file for its hash and its encoding. Call ``next(limit:)`` until it returns no rows, then
/// ``finish()``, which checks that the file has not changed meanwhile. For one thread at a time.
package final class CampaignFile {
    /// The SHA-256 of the file, in lower-case hexadecimal digits.
    package let sha256: String
    package let encoding: TextEncoding
    /// One ASCII character.
    package let delimiter: String
    /// The unique names of all columns except the destination's, in the order of the file.
    package let columns: [String]

    private let reader: CSVReader
    private let rows: RowReader
    /// The finding that the reader has read ahead and that ``next(limit:)`` has not returned yet.
    private var ahead: CSVReader.Finding?

    /// - Parameters:
    ///   - callerIDs: the campaign's caller IDs. If there is only one, a row with this number is a reject.
    ///   - country: the country whose national numbers are read; with nil, only international numbers are read.
    ///   - zoneRule: finds the time zones of the rows.
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

    /// The next rows, at most `limit`; empty only at the end of the file.
    ///
    /// - Throws: if reading the file fails.
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

    /// Reads the rest of the file without its rows, and ends the reading.
    ///
    /// - Throws: ``CampaignFileChanged`` if the file's hash is no longer ``sha256``, ``FileRefusal`` if the rest can't be read.
    package func finish() throws {
        ahead = nil
        guard try reader.drain() == sha256 else { throw CampaignFileChanged() }
    }
}
