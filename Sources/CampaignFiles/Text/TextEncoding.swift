/// How a CSV's bytes spell its characters (interface, section 5).
///
/// The raw value is the name by which it is registered at IANA.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// What isn't valid UTF-8 and has no mark: nearly always a spreadsheet on Windows.
    case windows1252 = "windows-1252"

    /// The encoding that a byte order mark at the file's beginning promises, and the mark's length in bytes.
    static func marked(by bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}
