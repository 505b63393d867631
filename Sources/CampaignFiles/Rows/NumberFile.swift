package import DialerCore

/// A list of numbers, read once: a CSV with or without a header (docs/cli.md, "The do-not-call list"). The numbers are
/// in the column that a campaign's file would use for destinations, otherwise in the first column.
package final class NumberFile {
    /// The name of the column with the numbers; nil if there is no header.
    package let column: String?

    private let reader: CSVReader
    private let index: Int
    private let country: Country?
    /// The finding that the reader has read ahead and that ``next(limit:)`` has not returned yet.
    private var ahead: CSVReader.Finding?

    /// - Parameter country: the country whose national numbers are read; with nil, only international numbers are read.
    /// - Throws: the refusal of the whole file.
    package init(path: String, country: Country? = nil, limits: CSVLimits = CSVLimits()) throws(FileRefusal) {
        let opened = try CSVReader.open(path: path, limits: limits) { head, isWhole in
            Delimiter.find(in: head, isWhole: isWhole) { (try? PhoneCell.destination($0, country: country)) != nil }
        }
        reader = opened.reader
        self.country = country
        ahead = try reader.next()
        let fields = if case .record = ahead { (0..<reader.fieldCount).map(reader.text) } else { [String]() }
        if let index = try Self.named(fields) {
            self.index = index
            column = fields[index].trimmedOfInvisible
            ahead = try reader.next()
        } else {
            index = 0
            column = Self.isHeader(fields) ? fields[0].trimmedOfInvisible : nil
            if column != nil { ahead = try reader.next() }
        }
    }

    /// The column whose name marks it as the column of destinations; nil if there is none.
    private static func named(_ fields: [String]) throws(FileRefusal) -> Int? {
        let candidates = fields.indices.filter { CSVHeader.isDestination(fields[$0]) }
        guard candidates.count > 1 else { return candidates.first }
        let names = candidates.map { fields[$0].trimmedOfInvisible }.joined(separator: ", ")
        throw FileRefusal("The header has more than one column of numbers (\(names)): make a file of each.")
    }

    /// A first line without any digit is a header, even if none of its names is known.
    private static func isHeader(_ fields: [String]) -> Bool {
        guard let first = fields.first, !first.trimmedOfInvisible.isEmpty else { return false }
        return fields.allSatisfy { !$0.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber } }
    }

    /// The next rows, at most `limit`; empty only at the end of the file.
    ///
    /// - Throws: if reading the file fails.
    package func next(limit: Int) throws(FileRefusal) -> [NumberRow] {
        var slice: [NumberRow] = []
        slice.reserveCapacity(limit)
        while slice.count < limit, let finding = ahead {
            switch finding {
            case .record: slice.append(row())
            case .broken(_, let value, let reason): slice.append(reject(value, reason))
            }
            ahead = try reader.next()
        }
        return slice
    }

    private func row() -> NumberRow {
        let typed = reader.text(index)
        if reader.columnWithNUL == index { return reject(typed, "the field has a NUL byte in it") }
        do throws(PhoneCell.Problem) {
            return .number(try PhoneCell.destination(typed, country: country))
        } catch {
            return reject(typed, error.reason)
        }
    }

    private func reject(_ value: String, _ reason: String) -> NumberRow {
        .reject(Reject(row: reader.line, column: column ?? "", value: Reject.excerpt(value), reason: reason))
    }
}
