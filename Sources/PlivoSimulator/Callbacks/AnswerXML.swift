/// A rough check of the content at an answer, fallback or transfer URL (docs/plivo.md, "XML"). The simulator does not
/// execute XML: the length and the end of a call are drawn at random.
package enum AnswerXML {
    /// Plivo reads at most this many bytes.
    package static let maximumBytes = 100 * 1024

    /// Whether the bytes are a `Response` element, with at most a declaration and two comments before it.
    package static func isPlausible(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= maximumBytes else { return false }
        var rest = Substring(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{feff}" }
        for (opening, closing) in [("<?", "?>"), ("<!--", "-->"), ("<!--", "-->")] where rest.hasPrefix(opening) {
            guard let end = rest.firstRange(of: closing) else { return false }
            rest = rest[end.upperBound...].drop { $0.isWhitespace }
        }
        guard rest.hasPrefix("<Response"), let next = rest.dropFirst("<Response".count).first else { return false }
        guard next == ">" || next == "/" || next.isWhitespace else { return false }
        rest = rest[..<(rest.lastIndex { !$0.isWhitespace } ?? rest.startIndex)]
        return rest.hasSuffix("</Response") || rest.hasSuffix("/")
    }
}
