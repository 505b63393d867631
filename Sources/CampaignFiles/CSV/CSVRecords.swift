/// The records of a CSV as ``CSVWriter`` has them, header and all.
package final class CSVRecords {
    private let reader: CSVReader

    /// - Throws: if it cannot be read, or is empty or no text.
    package init(path: String) throws(FileRefusal) {
        reader = try CSVReader.open(path: path, limits: CSVLimits()) { _, _ in UInt8(ascii: ",") }.reader
    }

    /// The next record's fields; nil at the end.
    ///
    /// - Throws: if what stands there is no record.
    package func next() throws(FileRefusal) -> [String]? {
        guard try hasNext() else { return nil }
        return (0..<reader.fieldCount).map(reader.text)
    }

    /// How many records there are from here to the end.
    package func countRest() throws(FileRefusal) -> Int {
        var count = 0
        while try hasNext() { count += 1 }
        return count
    }

    private func hasNext() throws(FileRefusal) -> Bool {
        switch try reader.next() {
        case nil: return false
        case .record: return true
        case .broken(_, _, let reason): throw FileRefusal("Line \(reader.line): \(reason).")
        }
    }
}
