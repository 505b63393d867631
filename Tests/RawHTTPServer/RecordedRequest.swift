import Foundation

/// A request as it was received.
package struct RecordedRequest: Sendable {
    package var head: String
    package var body = ""

    /// The request line: `GET /path HTTP/1.1`.
    package var line: String { String(head.prefix { $0 != "\r\n" }) }
    package var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
    var contentLength: Int { header("content-length").flatMap { Int($0) } ?? 0 }

    /// The value of the first header field of that name, in any case; nil without one.
    package func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ":"
        return head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(prefix) }
            .map { $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) }
    }
}
