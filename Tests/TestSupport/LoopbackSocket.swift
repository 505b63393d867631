import Glibc

/// A TCP socket of 127.0.0.1, closed with this object. No program that a test starts inherits it.
package final class LoopbackSocket: Sendable {
    package struct Failure: Error {
        package var code: Int32
    }

    package let descriptor: Int32
    /// The socket's own port, or the one that it is connected to.
    package let port: Int

    /// Reserves a free port for a program under test that has to be told its port: the socket stays bound and does not
    /// listen. Whoever connects is refused, the system gives the port to nobody else, and a program that binds it with
    /// `SO_REUSEADDR` gets it (socket(7)), again after each restart.
    package convenience init() throws {
        try self.init(port: 0) { bind($0, $1, $2) == 0 }
    }

    package convenience init(connectedTo port: Int) throws {
        try self.init(port: port) { connect($0, $1, $2) == 0 }
    }

    /// From now on connections are taken by the kernel, and answered by nobody until `accept` is called.
    package func listen() throws {
        guard Glibc.listen(descriptor, 128) == 0 else { throw Failure(code: errno) }
    }

    private init(port: Int, _ use: (Int32, UnsafeMutablePointer<sockaddr>, socklen_t) -> Bool) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var reuse: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isUsable = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use(descriptor, $0, length) && (port != 0 || getsockname(descriptor, $0, &length) == 0)
            }
        }
        self.descriptor = descriptor
        self.port = Int(UInt16(bigEndian: address.sin_port))
        guard isUsable else { throw Failure(code: errno) }
    }

    deinit { close(descriptor) }
}
