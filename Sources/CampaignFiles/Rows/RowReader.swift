import DialerCore

/// Makes a row of the record at which a reader stands.
struct RowReader {
    let header: CSVHeader
    /// The campaign's caller ID if it has only one: then it can't be called itself.
    private let onlyCallerID: Destination?
    private let country: Country?

    init(header: CSVHeader, callerIDs: [String], country: Country?) {
        self.header = header
        self.country = country
        onlyCallerID = callerIDs.count == 1 ? Destination(reported: callerIDs[0]) : nil
    }

    func row(_ reader: CSVReader) -> CSVRow {
        let line = reader.line
        let columns = header.names.count
        func reject(_ column: Int, _ reason: String) -> CSVRow {
            let name = column < columns ? header.names[column] : ""
            return .reject(Reject(row: line, column: name, value: Self.excerpt(reader.text(column)), reason: reason))
        }
        func mismatch() -> String { "the row has \(reader.fieldCount) fields, the header has \(columns)" }
        // A short row whose fields are in doubt is no short row: its values would stand in the wrong columns.
        if let column = reader.columnWithLooseQuote, reader.fieldCount != columns {
            return reject(column, "a quote in the field is not doubled, and \(mismatch())")
        }
        if reader.fieldCount > columns { return reject(columns, mismatch()) }
        if let column = reader.columnWithNUL { return reject(column, "the field has a NUL byte in it") }
        let typed = reader.text(header.destination)
        let destination: Destination
        do throws(PhoneCell.Problem) {
            destination = try PhoneCell.destination(typed, country: country)
        } catch {
            return reject(header.destination, error.reason)
        }
        var overrides: CallArguments = [:]
        for (column, argument) in header.arguments {
            let text = reader.text(column)
            if text.trimmed.isEmpty { continue }
            do throws(ArgumentProblem) {
                overrides[argument] = try argument.value(of: text)
            } catch {
                return reject(column, "\(argument.rawValue) must be \(error.expected)")
            }
        }
        let callerID = overrides.text(.from).flatMap(Destination.init(reported:)) ?? onlyCallerID
        if destination == callerID {
            return reject(header.destination, "the number \(DestinationProblem.sameAsCallerID)")
        }
        var values: [String] = []
        values.reserveCapacity(columns - 1)
        for column in 0..<columns where column != header.destination { values.append(reader.text(column)) }
        return .contact(
            ContactRow(row: line, typed: typed, destination: destination, overrides: overrides, values: values)
        )
    }

    /// The reject for what is not a record.
    func broken(_ reader: CSVReader, column: Int, value: String, reason: String) -> CSVRow {
        let name = column < header.names.count ? header.names[column] : ""
        return .reject(Reject(row: reader.line, column: name, value: Self.excerpt(value), reason: reason))
    }

    /// What a report shows of a value: its beginning, without NUL bytes.
    private static func excerpt(_ value: String) -> String {
        let shown = value.prefix(200)
        let isWhole = shown.endIndex == value.endIndex
        return String(shown).replacing("\0", with: "\u{FFFD}") + (isWhole ? "" : "…")
    }
}
