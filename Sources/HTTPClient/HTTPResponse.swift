package struct HTTPResponse: Sendable {
    package var status: Int
    /// Keyed by the field's name in lower case; of a repeated field, the last value.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
