/// Finds the delimiter of a CSV by its first records (docs/csv.md, "The format").
enum Delimiter {
    /// In the order of preference for files that do not show their delimiter, such as a file of one column.
    static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

    /// The number of records that are compared.
    static let records = 50

    /// The delimiter that a first line such as `sep=;` declares. Excel reads such lines, and many programs write them.
    ///
    /// - Parameter head: the file's first text.
    static func declared(in head: [UInt8]) -> UInt8? {
        let quote = UInt8(ascii: "\"")
        var line = head.prefix { $0 != 0x0A && $0 != 0x0D }
        if line.count > 1, line.first == quote, line.last == quote { line = line.dropFirst().dropLast() }
        guard let delimiter = line.popLast(), candidates.contains(delimiter),
            String(decoding: line, as: UTF8.self).lowercased() == "sep="
        else { return nil }
        return delimiter
    }

    /// - Parameters:
    ///   - head: the file's first text.
    ///   - isWhole: whether the head is the whole file.
    static func find(in head: [UInt8], isWhole: Bool) -> UInt8 {
        var best = (delimiter: candidates[0], score: Score(hasDestination: false, alikePercent: -1, columns: 0))
        for delimiter in candidates {
            let score = score(delimiter, head: head, isWhole: isWhole)
            if best.score < score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    /// Compares delimiters: first by whether the header then names a column of destinations, then by the share of records
    /// with as many fields as the header, then by the number of columns.
    private struct Score: Comparable {
        var hasDestination: Bool
        var alikePercent: Int
        var columns: Int

        static func < (a: Score, b: Score) -> Bool {
            (a.hasDestination ? 1 : 0, a.alikePercent, a.columns) < (
                b.hasDestination ? 1 : 0, b.alikePercent, b.columns
            )
        }
    }

    private static func score(_ delimiter: UInt8, head: [UInt8], isWhole: Bool) -> Score {
        var scanner = CSVScanner(delimiter: delimiter)
        var counts: [Int] = []
        var hasDestination = false
        head.withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count, counts.count < records {
                // If the first record is longer than the head, only the part in the head is used.
                let finding = scanner.scan(bytes, from: position, isLast: isWhole || counts.isEmpty)
                guard case .record(let next, _) = finding else {
                    if counts.isEmpty { hasDestination = namesDestination(scanner, bytes) }
                    return
                }
                let isBlank = bytes[position..<next].allSatisfy { $0 <= 0x20 }
                position = next
                if isBlank { continue }
                if counts.isEmpty { hasDestination = namesDestination(scanner, bytes) }
                counts.append(scanner.fields.count)
            }
        }
        guard let columns = counts.first else {
            return Score(hasDestination: hasDestination, alikePercent: 0, columns: 0)
        }
        let alike = counts.count { $0 == columns }
        return Score(hasDestination: hasDestination, alikePercent: alike * 100 / counts.count, columns: columns)
    }

    private static func namesDestination(_ scanner: CSVScanner, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        scanner.fields.contains { field in
            CSVHeader.isDestination(String(decoding: bytes[field.start..<field.end], as: UTF8.self))
        }
    }
}
