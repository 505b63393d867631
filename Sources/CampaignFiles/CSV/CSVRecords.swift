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
        switch try reader.next() {
        case nil: return nil
        case .record: return (0..<reader.fieldCount).map(reader.text)
        case .broken(_, _, let reason): throw FileRefusal("Line \(reader.line): \(reason).")
        }
    }
}
