import Glibc

/// Writes a CSV as RFC 4180 has it, with `\n` at line ends: UTF-8, commas, quotes only where they are needed.
///
/// Values go out as they came in. Nothing is put before `=`, `+`, `-` or `@` to keep a spreadsheet from taking a value
/// for a formula: it would change every `+14155550100` for the programs that read it back.
package final class CSVWriter {
    private let file: OutputFile
    private var buffer: [UInt8] = []

    private static let flushBytes = 65_536

    /// Makes a new file of mode 0640, or empties the one that is there, and writes the header.
    package init(path: String, header: [String]) throws(FolderError) {
        file = try OutputFile(path: path)
        try write(header)
    }

    package func write(_ fields: [String]) throws(FolderError) {
        Self.append(fields, to: &buffer)
        if buffer.count >= Self.flushBytes { try flush() }
    }

    /// Writes what is left, makes it durable and closes the file. Without it the file is incomplete.
    ///
    /// - Parameter name: a path in the same folder that the file gets now, in the place of what has it.
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
        // A lone empty field would be a blank line, which is no record.
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
