import Foundation
import Glibc
import Synchronization

/// A server on a free loopback port. Each connection runs `script` on a thread of its own.
package final class RawServer: Sendable {
    private struct NoSocket: Error {}

    private struct State {
        var requests: [RecordedRequest] = []
        var connections = 0
    }

    package let port: UInt16
    private let listener: Int32
    private let stopPipe: [Int32]
    private let state = Mutex(State())
    private let threads = DispatchGroup()

    package init(script: @escaping @Sendable (RawConnection) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 128) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        var pipeEnds: [Int32] = [0, 0]
        guard isListening, pipe(&pipeEnds) == 0 else { throw NoSocket() }
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        port = UInt16(bigEndian: address.sin_port)
        stopPipe = pipeEnds
        onThread { self.acceptAll(script) }
    }

    package var url: String { "http://127.0.0.1:\(port)" }
    package var connectionCount: Int { state.withLock { $0.connections } }

    /// Returns every request, complete or not, once all connections have ended: shut the client down first.
    package func finish() async -> [RecordedRequest] {
        _ = Glibc.write(stopPipe[1], "x", 1)
        await withCheckedContinuation { continuation in
            threads.notify(queue: .global()) { continuation.resume() }
        }
        for descriptor in stopPipe + [listener] { _ = close(descriptor) }
        return state.withLock { $0.requests }
    }

    /// Accepts what is in the backlog before it stops, so that no connection goes unnoticed.
    private func acceptAll(_ script: @escaping @Sendable (RawConnection) -> Void) {
        var isStopping = false
        while true {
            let descriptor = accept(listener, nil, nil)
            if descriptor >= 0 {
                handle(descriptor, script)
            } else if isStopping {
                return
            } else {
                var waits = [
                    pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: stopPipe[0], events: Int16(POLLIN), revents: 0),
                ]
                poll(&waits, 2, -1)
                isStopping = waits[1].revents != 0
            }
        }
    }

    private func handle(_ descriptor: Int32, _ script: @escaping @Sendable (RawConnection) -> Void) {
        let number = state.withLock { state in
            state.connections += 1
            return state.connections - 1
        }
        onThread {
            let connection = RawConnection(number: number, descriptor: descriptor) { request in
                self.state.withLock { $0.requests.append(request) }
            }
            script(connection)
            connection.drain()
            connection.close()
        }
    }

    private func onThread(_ work: @escaping @Sendable () -> Void) {
        threads.enter()
        let thread = Thread {
            work()
            self.threads.leave()
        }
        thread.start()
    }
}
