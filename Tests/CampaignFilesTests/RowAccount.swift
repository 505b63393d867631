import CampaignFiles
import DialerCore

/// Checks that every line of a file belongs to a row, by the lines and the rows alone.
///
/// Blank lines belong to no row. A row has one line more than its values have line breaks. The values of a reject are not
/// known, so that only a reject without quotes is known to have one line.
struct RowAccount {
    /// The lines of the text, without their ends.
    private let lines: [[UInt8]]

    init(_ bytes: [UInt8]) {
        lines = Self.lines(of: Self.text(bytes))
    }

    /// The number of a line that belongs to no row, from 1; nil if there is none.
    func lostLine(_ rows: [CSVRow]) -> Int? {
        var next = lines.count + 1
        for row in rows.reversed() {
            guard let end = end(of: row, before: next) else { return row.line }
            if let lost = (end + 1..<next).first(where: { !isBlank($0) }) { return lost }
            next = row.line
        }
        let above = 1..<next
        if above.contains(where: hasQuote) { return nil }
        let isDeclared = lines.first.map { String(decoding: $0, as: UTF8.self).lowercased().hasPrefix("sep=") } ?? false
        return above.filter { !isBlank($0) }.dropFirst(isDeclared ? 2 : 1).first
    }

    /// The last line of a row; nil if it would reach into the next.
    private func end(of row: CSVRow, before next: Int) -> Int? {
        switch row {
        case .contact(let contact):
            let breaks = (contact.values + [contact.typed]).reduce(0) { $0 + Self.lines(of: Array($1.utf8)).count - 1 }
            return contact.row + breaks < next ? contact.row + breaks : nil
        case .reject(let reject):
            guard reject.row < next else { return nil }
            return (reject.row..<next).contains(where: hasQuote) ? next - 1 : reject.row
        }
    }

    private func isBlank(_ number: Int) -> Bool { lines[number - 1].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    private func hasQuote(_ number: Int) -> Bool { lines[number - 1].contains(UInt8(ascii: "\"")) }

    /// The text in an encoding that has line breaks, blanks and quotes as ASCII has them.
    private static func text(_ bytes: [UInt8]) -> [UInt8] {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else {
            return Array(bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
        }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8) + (bytes.count % 2 == 1 ? [UInt8(ascii: "?")] : [])
    }

    /// One line more than the text has line breaks.
    private static func lines(of text: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var previous: UInt8 = 0
        for byte in text {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) {
                lines.append([])
            } else if byte != 0x0A {
                lines[lines.count - 1].append(byte)
            }
            previous = byte
        }
        return lines
    }
}

extension CSVRow {
    /// The line on which the record begins, from 1.
    var line: Int {
        switch self {
        case .contact(let contact): contact.row
        case .reject(let reject): reject.row
        }
    }
}
