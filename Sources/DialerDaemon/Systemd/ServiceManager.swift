import Glibc

/// What systemd is told of us (sd_notify(3)): datagrams to the socket that `$NOTIFY_SOCKET` names. Without one, nothing.
package struct ServiceManager: Sendable {
    package enum News: Sendable {
        /// The database is open, and callbacks are taken.
        case ready
        /// One line for `systemctl status`.
        case status(String)
        case reloading
        case stopping
        /// The engine is alive.
        case watchdog
        /// Keep the descriptor, and pass it to the next process of this service.
        case keep(name: String)
        /// Keep what has this name no longer.
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

    private static let patienceSeconds = 10

    /// Nil without a manager.
    private let address: [UInt8]?

    package init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"].map { Array($0.utf8) } ?? []
        // A path, or a name in the abstract namespace, which begins with a zero on the wire.
        switch path.first {
        case UInt8(ascii: "/"): address = path
        case UInt8(ascii: "@"): address = [0] + path.dropFirst()
        default: address = nil
        }
    }

    package var isThere: Bool { address != nil }

    /// Never fails: systemd misses nothing by which anybody is called. While systemd does not read, it waits for some seconds;
    /// news of the watchdog not at all, which the engine itself tells, and soon again.
    package func tell(_ news: News, passing descriptor: CInt? = nil) {
        guard let address else { return }
        let socket = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        var patience = timeval(tv_sec: Self.patienceSeconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let isUrgent = if case .watchdog = news { false } else { true }
        _ = Datagram(Array(news.text.utf8), passing: descriptor).send(to: address, by: socket, waits: isUrgent)
    }
}
