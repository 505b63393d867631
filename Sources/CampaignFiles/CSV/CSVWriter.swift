import Glibc

/// Writes a CSV (RFC 4180): UTF-8, commas, `\n` at line ends, quotes only where they are needed.
///
/// Values are written unchanged. Values that begin with `=`, `+`, `-` or `@` get no prefix that keeps spreadsheets from
/// reading them as formulas, because such a prefix would change every `+14155550100` for other programs.
package final class CSVWriter {
    private let file: OutputFile
    private var buffer: [UInt8] = []

    private static let flushBytes = 65_536

    /// Creates the file with mode 0640, or empties an existing one, and writes the header.
    package init(path: String, header: [String]) throws(FolderError) {
        file = try OutputFile(path: path)
        try write(header)
    }

    package func write(_ fields: [String]) throws(FolderError) {
        Self.append(fields, to: &buffer)
        if buffer.count >= Self.flushBytes { try flush() }
    }

    /// Writes the rest, makes the file durable and closes it. Until then the file is incomplete.
    ///
    /// - Parameter name: a path in the same folder to which the file is renamed, replacing an existing file.
    package func finish(as name: String? = nil) throws(FolderError) {
        try flush()
        try file.finish(as: name)
    }

    private func flush() throws(FolderError) {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// One record with its line end.
    package static func line(_ fields: [String]) -> String {
        var bytes: [UInt8] = []
        append(fields, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ fields: [String], to bytes: inout [UInt8]) {
        // Without quotes, a record of one empty field would be a blank line, which readers skip.
        if fields == [""] { bytes += [quote, quote] }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        guard needsQuotes(field.utf8) else {
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(quote)
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static let quote = UInt8(ascii: "\"")

    private static func needsQuotes(_ field: String.UTF8View) -> Bool {
        field.first == 0x20 || field.last == 0x20 || field.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    }
}
