import Foundation

/// Collects a response as libcurl delivers it: header lines, then chunks of the body.
struct ResponseBuilder {
    private var headers: [String: String] = [:]
    private var body: [UInt8] = []
    private(set) var isTooLong = false

    /// A status line begins another response: the response before it was interim, such as `100 Continue`.
    mutating func append(headerLine: UnsafeRawBufferPointer) {
        let line = String(decoding: headerLine, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            headers = [:]
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...]
            headers[line[..<colon].lowercased()] = value.trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    /// Returns false, and keeps nothing of `chunk`, if the body would become longer than `limit` bytes.
    mutating func append(body chunk: UnsafeRawBufferPointer, limit: Int) -> Bool {
        isTooLong = body.count + chunk.count > limit
        if !isTooLong { body.append(contentsOf: chunk) }
        return !isTooLong
    }

    func finished(status: Int) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: body)
    }
}
