import DialerCore

extension Delimiter {
    /// The delimiter of a list of numbers. If no header names their column, it is the delimiter with which the most records
    /// begin with a number, since the records of a list may differ in their number of fields.
    ///
    /// - Parameter isNumber: whether a field is a number.
    static func find(in head: [UInt8], isWhole: Bool, isNumber: (String) -> Bool) -> UInt8 {
        let usual = find(in: head, isWhole: isWhole)
        if fields(of: head, usual, isWhole: isWhole).first?.contains(where: CSVHeader.isDestination) ?? false {
            return usual
        }
        var best = (delimiter: usual, numbers: 0)
        for delimiter in [usual] + candidates {
            let records = fields(of: head, delimiter, isWhole: isWhole)
            let numbers = records.count { $0.first.map(isNumber) ?? false }
            if numbers > best.numbers { best = (delimiter, numbers) }
        }
        return best.delimiter
    }

    /// The fields of the first records, read with a delimiter.
    private static func fields(of head: [UInt8], _ delimiter: UInt8, isWhole: Bool) -> [[String]] {
        var scanner = CSVScanner(delimiter: delimiter)
        var found: [[String]] = []
        head.withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count, found.count < records,
                case .record(let next, _) = scanner.scan(bytes, from: position, isLast: isWhole)
            {
                position = next
                found.append(scanner.fields.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) })
            }
        }
        return found
    }
}
