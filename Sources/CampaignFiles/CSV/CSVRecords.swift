/// Reads the records, the header included, of a CSV that ``CSVWriter`` wrote.
package final class CSVRecords {
    private let reader: CSVReader

    /// - Throws: if the file cannot be read, is empty or is no text.
    package init(path: String) throws(FileRefusal) {
        reader = try CSVReader.open(path: path, limits: CSVLimits()) { _, _ in UInt8(ascii: ",") }.reader
    }

    /// The fields of the next record; nil at the end of the file.
    ///
    /// - Throws: if the file cannot be read, or has no valid record there.
    package func next() throws(FileRefusal) -> [String]? {
        switch try reader.next() {
        case nil: return nil
        case .record: return (0..<reader.fieldCount).map(reader.text)
        case .broken(_, _, let reason): throw FileRefusal("Line \(reader.line): \(reason).")
        }
    }
}
