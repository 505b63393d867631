import Glibc

/// A TCP socket that is bound and listens: connections wait in the kernel's queue until a server accepts them.
package struct ListeningSocket: Sendable {
    /// The number of connections that can wait; the kernel's `net.core.somaxconn` may allow fewer.
    private static let backlog: CInt = 1024

    package let descriptor: CInt
    package let port: Int

    /// - Parameters:
    ///   - host: a name or an address, without brackets.
    ///   - port: 0 for any free port.
    /// - Throws: ``ListenError`` for the host's first address, if none of its addresses can be used.
    package init(host: String, port: Int) throws(ListenError) {
        var first: ListenError?
        let name = "\(host):\(port)"
        for address in SocketAddress.all(host: host, port: port) {
            do {
                descriptor = try Self.listen(at: address, name)
                self.port = SocketAddress(ofSocket: descriptor)?.port ?? port
                return
            } catch {
                first = first ?? error
            }
        }
        throw first ?? ListenError(errno: EADDRNOTAVAIL, address: name)
    }

    /// A socket that this process inherited, from systemd for example. Nil unless the socket listens at exactly this
    /// address.
    package init?(inherited descriptor: CInt, host: String, port: Int) {
        guard Self.isListening(descriptor), let bound = SocketAddress(ofSocket: descriptor),
            SocketAddress.all(host: host, port: port).contains(bound)
        else { return nil }
        self.descriptor = descriptor
        self.port = bound.port
    }

    private static func listen(at address: SocketAddress, _ name: String) throws(ListenError) -> CInt {
        let descriptor = socket(address.family, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ListenError(errno: errno, address: name) }
        // Connections of the previous process that are in TIME_WAIT must not keep this one from starting.
        var reuse: CInt = 1
        _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<CInt>.size))
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, backlog) == 0 else {
            defer { _ = close(descriptor) }
            throw ListenError(errno: errno, address: name)
        }
        return descriptor
    }

    private static func isListening(_ descriptor: CInt) -> Bool {
        var flag: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &flag, &size) == 0 && flag != 0
    }
}
