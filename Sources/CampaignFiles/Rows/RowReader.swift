import DialerCore

/// Makes rows from the records that a ``CSVReader`` finds.
struct RowReader {
    let header: CSVHeader
    /// The campaign's caller ID if it has only one; this number cannot be called.
    private let onlyCallerID: Destination?
    private let country: Country?
    private let zoneRule: ZoneRule

    init(header: CSVHeader, callerIDs: [String], country: Country?, zoneRule: ZoneRule) {
        self.header = header
        self.country = country
        self.zoneRule = zoneRule
        onlyCallerID = callerIDs.count == 1 ? Destination(reported: callerIDs[0]) : nil
    }

    /// Why a row is a reject.
    private struct Fault: Error {
        /// The index of the column; the number of columns if the fault is behind the last column.
        var column: Int
        /// A sentence without its full stop.
        var reason: String
    }

    func row(_ reader: CSVReader) -> CSVRow {
        do throws(Fault) {
            return .contact(try contact(reader))
        } catch {
            let value = reader.text(error.column)
            return broken(reader, column: error.column, value: value, reason: error.reason)
        }
    }

    private func contact(_ reader: CSVReader) throws(Fault) -> ContactRow {
        try checkShape(reader)
        let typed = reader.text(header.destination)
        let destination: Destination
        do throws(PhoneCell.Problem) {
            destination = try PhoneCell.destination(typed, country: country)
        } catch {
            throw Fault(column: header.destination, reason: error.reason)
        }
        let overrides = try overrides(reader)
        let callerID = overrides.text(.from).flatMap(Destination.init(reported:)) ?? onlyCallerID
        if destination == callerID {
            throw Fault(column: header.destination, reason: "the number \(DestinationProblem.sameAsCallerID)")
        }
        let zones = try zones(of: destination, reader)
        var values: [String] = []
        values.reserveCapacity(header.names.count - 1)
        for column in header.names.indices where column != header.destination { values.append(reader.text(column)) }
        return ContactRow(
            row: reader.line,
            typed: typed,
            destination: destination,
            overrides: overrides,
            zones: zones,
            values: values
        )
    }

    private func checkShape(_ reader: CSVReader) throws(Fault) {
        let columns = header.names.count
        func mismatch() -> String { "the row has \(reader.fieldCount) fields, the header has \(columns)" }
        // Such a row is not accepted as a short row, because its values may be in the wrong columns.
        if let column = reader.columnWithLooseQuote, reader.fieldCount != columns {
            throw Fault(column: column, reason: "a quote in the field is not doubled, and \(mismatch())")
        }
        if reader.fieldCount > columns { throw Fault(column: columns, reason: mismatch()) }
        if let column = reader.columnWithNUL { throw Fault(column: column, reason: "the field has a NUL byte in it") }
    }

    private func overrides(_ reader: CSVReader) throws(Fault) -> CallArguments {
        var overrides: CallArguments = [:]
        for (column, argument) in header.arguments {
            let text = reader.text(column)
            if text.trimmed.isEmpty { continue }
            do throws(ArgumentProblem) {
                overrides[argument] = try argument.value(of: text)
            } catch {
                throw Fault(column: column, reason: "\(argument.rawValue) must be \(error.expected)")
            }
        }
        return overrides
    }

    private func zones(of destination: Destination, _ reader: CSVReader) throws(Fault) -> [String] {
        do throws(ZoneRule.Problem) {
            return try zoneRule.zones(of: destination, typed: header.timeZone.map(reader.text) ?? "")
        } catch {
            let column = error.isTyped ? header.timeZone : nil
            throw Fault(column: column ?? header.destination, reason: error.reason)
        }
    }

    /// The reject for a record that cannot be read.
    func broken(_ reader: CSVReader, column: Int, value: String, reason: String) -> CSVRow {
        let name = column < header.names.count ? header.names[column] : ""
        return .reject(Reject(row: reader.line, column: name, value: Reject.excerpt(value), reason: reason))
    }
}
