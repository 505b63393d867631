import DialerCore

/// Collects an answer as libcurl delivers it, line by line and chunk by chunk.
struct ResponseBuilder {
    private var headers: [String: String] = [:]
    private var body: [UInt8] = []
    private(set) var isTooLong = false

    /// A status line begins a new answer: what came before it was a `100 Continue` or the like.
    mutating func append(headerLine: UnsafeRawBufferPointer) {
        let line = String(decoding: headerLine, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            headers = [:]
        } else if let colon = line.firstIndex(of: ":") {
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).trimmed
        }
    }

    /// False when the body would be longer than `limit` bytes.
    mutating func append(body chunk: UnsafeRawBufferPointer, limit: Int) -> Bool {
        guard body.count + chunk.count <= limit else {
            isTooLong = true
            return false
        }
        body.append(contentsOf: chunk)
        return true
    }

    func finished(status: Int) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: body)
    }
}
