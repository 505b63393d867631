import DialerDaemon

/// The lines of a results CSV as JSON objects, for `results --format json` (docs/cli.md, "Results").
///
/// Columns are found by the names in the CSV's header: the `results.csv` of an archived campaign may have been written
/// by a version of dialerd that had fewer columns, or more.
struct ResultsDocument {
    /// The CSV is not one that dialerd wrote for the campaign; the end of a sentence.
    struct Mismatch: Error {
        var reason: String
    }

    private struct Column {
        var name: String
        var kind: ResultsColumn.Kind
        /// Nil for a column that the CSV lacks.
        var index: Int?
    }

    private static let ownColumnsKey = "columns"

    private let fieldCount: Int
    private let ownColumns: [String]
    private let columns: [Column]

    /// - Parameters:
    ///   - header: the CSV's.
    ///   - ownColumns: the names of the campaign's own columns. These names may equal names of results columns: only
    ///     their place behind the leading columns distinguishes them.
    init(header: [String], ownColumns: [String]) throws(Mismatch) {
        let beginning = ResultsTable.leading.map(\.name) + ownColumns
        guard header.starts(with: beginning) else { throw Mismatch(reason: "its header is not the campaign's") }
        let rest = header[beginning.count...]
        let leading = ResultsTable.leading.enumerated().map { index, column in
            Column(name: column.name, kind: column.kind, index: index)
        }
        let trailing = ResultsTable.trailing.map { column in
            Column(name: column.name, kind: column.kind, index: rest.firstIndex(of: column.name))
        }
        let known = Set((leading + trailing).map(\.name) + [Self.ownColumnsKey])
        let unknown = zip(rest.indices, rest).filter { !known.contains($0.1) }
            .map { index, name in Column(name: name, kind: .text, index: index) }
        fieldCount = header.count
        self.ownColumns = ownColumns
        columns = leading + trailing + unknown
    }

    /// One JSON object, with its line end.
    ///
    /// - Parameter fields: one line of the CSV.
    func line(_ fields: [String]) throws -> String {
        let mismatch = Mismatch(reason: "the line of row \(fields.first ?? "") does not fit its header")
        guard fields.count == fieldCount else { throw mismatch }
        let own = zip(ownColumns, fields.dropFirst(ResultsTable.leading.count))
        var object: [String: any Encodable] = [Self.ownColumnsKey: Dictionary(own) { first, _ in first }]
        for column in columns {
            guard let value = Self.value(column.index.map { fields[$0] }, column.kind) else { throw mismatch }
            object[column.name] = value
        }
        return try Output.jsonLine(JSONObject(object))
    }

    /// - Returns: nil for a field that is not a value of this kind.
    private static func value(_ field: String?, _ kind: ResultsColumn.Kind) -> (any Encodable)? {
        let null = String?.none as any Encodable
        guard let field else { return null }
        switch kind {
        case .flag: return !field.isEmpty
        case .text: return field.isEmpty ? null : field
        case .integer: return field.isEmpty ? null : Int(field).map { $0 as any Encodable }
        }
    }
}
