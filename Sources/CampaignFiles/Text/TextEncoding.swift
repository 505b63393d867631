/// The encoding of a CSV (docs/csv.md, "The format"). The raw value is its name in the IANA registry.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Assumed for a file that isn't valid UTF-8 and has no mark: most such files come from spreadsheets on Windows.
    case windows1252 = "windows-1252"

    /// The encoding according to the byte order mark at the file's beginning, and the mark's length in bytes; nil
    /// without a mark.
    static func marked(by bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}
