import Glibc
import Synchronization

/// Ports of loopback.
enum FreePort {
    struct NoPort: Error {}

    /// Tests run side by side, and each takes its port a moment after it was found.
    private static let found = Mutex<Set<Int>>([])

    /// A port that nobody has at the moment, below those that the system gives away by itself: `callbacks.listen` and
    /// `public_url` must name the same one, so the daemon cannot be told 0.
    static func find() throws -> Int {
        for _ in 0..<100 {
            let port = Int.random(in: 20_000..<30_000)
            guard found.withLock({ $0.insert(port).inserted }), let socket = try? BoundSocket(port: port) else {
                continue
            }
            socket.close()
            return port
        }
        throw NoPort()
    }
}

/// A socket that is bound and listens, and answers nobody: a server that hangs.
struct BoundSocket {
    struct Taken: Error {}

    private let descriptor: Int32
    let port: Int

    init(port: Int = 0) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        self.port = Int(UInt16(bigEndian: address.sin_port))
        if !isBound {
            close()
            throw Taken()
        }
    }

    func close() {
        _ = Glibc.close(descriptor)
    }
}
