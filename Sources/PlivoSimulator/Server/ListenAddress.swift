/// A loopback address and a port to listen on.
package struct ListenAddress: Equatable, Sendable {
    /// Without the brackets of an IPv6 address.
    let host: String
    /// 0 for any free port.
    let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:8481`, `localhost:8481` or `[::1]:8481`.
    ///
    /// - Throws: `UsageError` that shows the correct form.
    init(parsing text: String) throws {
        guard let url = CallbackURL("http://\(text)"), url.base == "http://\(text)", !text.contains("/"),
            let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
        else { throw UsageError("'\(text)' should be an address and a port, such as 127.0.0.1:8481.") }
        guard url.isLoopback else {
            throw UsageError("'\(text)' is not a loopback address; use 127.0.0.1, localhost or [::1].")
        }
        host = url.host.hasPrefix("[") ? String(url.host.dropFirst().dropLast()) : url.host
        self.port = Int(port)
    }

    /// `HOST:PORT`, as `init(parsing:)` reads it.
    var text: String { text(port: port) }

    /// `http://HOST:PORT/v1`
    ///
    /// - Parameter port: the port that was bound. It differs from `self.port` if `self.port` is 0.
    func baseURL(port: Int) -> String { "http://\(text(port: port))/v1" }

    private func text(port: Int) -> String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
