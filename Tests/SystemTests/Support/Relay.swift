import Foundation
import Glibc
import Synchronization
import TestSupport

/// The way between the provider and the daemon's listener: while it is cut, whoever connects is hung up on.
final class Relay: Sendable {
    private let listener: LoopbackSocket
    private let target: Int
    private let state = Mutex((isCut: false, open: Set<Int32>()))

    var port: Int { listener.port }

    /// - Parameter target: the port of loopback to which everything is passed on.
    init(to target: Int) throws {
        self.target = target
        listener = try LoopbackSocket()
        try listener.listen()
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
        _ = shutdown(listener.descriptor, Int32(SHUT_RDWR))
    }

    private func acceptAll() {
        while true {
            let client = accept(listener.descriptor, nil, nil)
            guard client >= 0 else { return }
            // No program that a test starts is to hold it.
            _ = fcntl(client, F_SETFD, FD_CLOEXEC)
            guard !state.withLock({ $0.isCut }), let server = try? LoopbackSocket(connectedTo: target) else {
                _ = Glibc.close(client)
                continue
            }
            pass(client, server)
        }
    }

    /// Both ways, until either side has ended.
    private func pass(_ client: Int32, _ server: LoopbackSocket) {
        state.withLock { _ = $0.open.insert(client) }
        let both = DispatchGroup()
        for (from, to) in [(client, server.descriptor), (server.descriptor, client)] {
            both.enter()
            onThread {
                var buffer = [UInt8](repeating: 0, count: 16_384)
                while true {
                    let count = read(from, &buffer, buffer.count)
                    guard count > 0, send(to, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
                }
                _ = shutdown(client, Int32(SHUT_RDWR))
                _ = shutdown(server.descriptor, Int32(SHUT_RDWR))
                both.leave()
            }
        }
        both.notify(queue: .global()) {
            self.state.withLock { _ = $0.open.remove(client) }
            _ = Glibc.close(client)
            withExtendedLifetime(server) {}
        }
    }

    private func onThread(_ body: @escaping @Sendable () -> Void) { Thread(block: body).start() }
}
