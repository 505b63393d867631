/// Where to listen: a loopback address and a port, 0 for any free one.
package struct ListenAddress: Equatable, Sendable {
    /// Without brackets.
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:8481`, `localhost:8481` or `[::1]:8481`.
    ///
    /// - Throws: `UsageProblem` with one sentence that says what to write instead.
    package init(parsing text: String) throws {
        guard let url = CallbackURL("http://\(text)"), url.base == "http://\(text)", !text.contains("/"),
            let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
        else { throw UsageProblem("'\(text)' should be an address and a port, such as 127.0.0.1:8481.") }
        guard url.isLoopback else {
            throw UsageProblem("'\(text)' is not a loopback address; use 127.0.0.1, localhost or [::1].")
        }
        host = url.host.hasPrefix("[") ? String(url.host.dropFirst().dropLast()) : url.host
        self.port = Int(port)
    }

    /// `http://HOST:PORT/v1`, with the port that was really bound.
    package func baseURL(port: Int) -> String {
        host.contains(":") ? "http://[\(host)]:\(port)/v1" : "http://\(host):\(port)/v1"
    }
}
