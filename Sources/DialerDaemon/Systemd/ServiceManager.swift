import Glibc

/// Sends messages about the daemon to systemd (sd_notify(3)): datagrams to the socket that `$NOTIFY_SOCKET` names.
package struct ServiceManager: Sendable {
    package enum Message: Sendable {
        /// The database is open, and callbacks are accepted.
        case ready
        /// One line for `systemctl status`.
        case status(String)
        case reloading
        case stopping
        /// The engine is alive.
        case watchdog
        /// systemd is to keep the passed descriptor, and to pass it to the next process of this service.
        case keep(name: String)
        /// systemd is to close the descriptor that is kept under this name.
        case forget(name: String)

        var text: String {
            switch self {
            case .ready: "READY=1"
            case .status(let line): "STATUS=" + line.prefix { $0 != "\n" }
            case .reloading: "RELOADING=1"
            case .stopping: "STOPPING=1"
            case .watchdog: "WATCHDOG=1"
            case .keep(let name): "FDSTORE=1\nFDNAME=\(name)"
            case .forget(let name): "FDSTOREREMOVE=1\nFDNAME=\(name)"
            }
        }
    }

    /// How long a message waits while systemd does not read.
    private static let timeoutSeconds = 10

    /// Nil without systemd.
    private let address: [UInt8]?

    package init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"].map { Array($0.utf8) } ?? []
        // `@` begins a name in the abstract namespace, whose address begins with a zero.
        switch path.first {
        case UInt8(ascii: "/"): address = path
        case UInt8(ascii: "@"): address = [0] + path.dropFirst()
        default: address = nil
        }
    }

    /// Whether systemd wants messages. Without systemd, messages are dropped.
    package var isPresent: Bool { address != nil }

    /// Sends a message. Errors are ignored, because no call depends on systemd. Any thread may call it; it blocks for
    /// up to ten seconds while systemd does not read. Only `watchdog` never blocks: the engine sends this message so
    /// often that a lost message does no harm.
    package func tell(_ message: Message, passing descriptor: CInt? = nil) {
        guard let address else { return }
        let socket = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        var timeout = timeval(tv_sec: Self.timeoutSeconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let blocks = if case .watchdog = message { false } else { true }
        _ = Datagram(Array(message.text.utf8), passing: descriptor).send(to: address, by: socket, blocks: blocks)
    }
}
