import Foundation
import Glibc
import Synchronization

/// The way between the provider and the daemon's listener: while it is cut, whoever connects is hung up on.
final class Relay: Sendable {
    struct NoSocket: Error {}

    let port: Int
    private let target: Int
    private let listener: Int32
    private let state = Mutex((isCut: false, open: Set<Int32>()))

    /// - Parameter target: the port of loopback to which everything is passed on.
    init(to target: Int) throws {
        self.target = target
        port = try FreePort.find()
        listener = try Self.socket(port: port) { bind($0, $1, $2) == 0 }
        guard listen(listener, 128) == 0 else { throw NoSocket() }
        onThread { self.acceptAll() }
    }

    /// Breaks what is open, too.
    func cut() {
        state.withLock { state in
            state.isCut = true
            state.open.forEach { _ = shutdown($0, Int32(SHUT_RDWR)) }
        }
    }

    func mend() { state.withLock { $0.isCut = false } }

    func close() {
        cut()
        _ = shutdown(listener, Int32(SHUT_RDWR))
    }

    private func acceptAll() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            // No program that a test starts is to hold it.
            _ = fcntl(client, F_SETFD, FD_CLOEXEC)
            guard !state.withLock({ $0.isCut }),
                let server = try? Self.socket(port: target, { connect($0, $1, $2) == 0 })
            else {
                _ = Glibc.close(client)
                continue
            }
            pass(client, server)
        }
        _ = Glibc.close(listener)
    }

    /// Both ways, until either side has ended.
    private func pass(_ client: Int32, _ server: Int32) {
        state.withLock { _ = $0.open.insert(client) }
        let both = DispatchGroup()
        for (from, to) in [(client, server), (server, client)] {
            both.enter()
            onThread {
                var buffer = [UInt8](repeating: 0, count: 16_384)
                while true {
                    let count = read(from, &buffer, buffer.count)
                    guard count > 0, send(to, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
                }
                _ = shutdown(client, Int32(SHUT_RDWR))
                _ = shutdown(server, Int32(SHUT_RDWR))
                both.leave()
            }
        }
        both.notify(queue: .global()) {
            self.state.withLock { _ = $0.open.remove(client) }
            _ = Glibc.close(client)
            _ = Glibc.close(server)
        }
    }

    private func onThread(_ body: @escaping @Sendable () -> Void) { Thread(block: body).start() }

    private static func socket(
        port: Int,
        _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) throws -> Int32 {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isUsable = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard isUsable else {
            _ = Glibc.close(descriptor)
            throw NoSocket()
        }
        return descriptor
    }
}
