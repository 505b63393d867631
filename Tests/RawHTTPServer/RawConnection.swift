import Foundation
import Glibc

/// The server's end of one connection, on blocking sockets: a script decides each byte that is read and written.
package final class RawConnection {
    /// 0 for the server's first connection.
    package let number: Int
    private let descriptor: Int32
    private let onRequest: (RecordedRequest) -> Void
    private var buffer: [UInt8] = []
    private var isClosed = false

    init(number: Int, descriptor: Int32, onRequest: @escaping (RecordedRequest) -> Void) {
        self.number = number
        self.descriptor = descriptor
        self.onRequest = onRequest
    }

    /// Waits for a request, and records it once its head is complete. Nil at the end of the connection.
    ///
    /// - Parameter bodyLimit: bytes of the body to read at most.
    @discardableResult
    package func readRequest(bodyLimit: Int = .max) -> RecordedRequest? {
        while true {
            if let end = headEnd {
                var request = RecordedRequest(head: String(decoding: buffer[..<end], as: UTF8.self))
                buffer.removeFirst(end)
                let wanted = min(request.contentLength, bodyLimit)
                while buffer.count < wanted, readMore() {}
                let body = buffer.prefix(wanted)
                buffer.removeFirst(body.count)
                request.body = String(decoding: body, as: UTF8.self)
                onRequest(request)
                return request
            }
            guard readMore() else { return nil }
        }
    }

    package func write(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    package func answer(_ status: Int = 201, _ body: String = "{}", headers: [String] = []) {
        let lines = ["HTTP/1.1 \(status) Status", "Content-Length: \(body.utf8.count)"] + headers
        write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// - Parameter withReset: closes with RST instead of FIN.
    package func close(withReset: Bool = false) {
        guard !isClosed else { return }
        isClosed = true
        if withReset {
            var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        }
        _ = Glibc.close(descriptor)
    }

    /// Records all further requests, so that a repeated one does not go unnoticed.
    func drain() {
        while !isClosed, readRequest() != nil {}
    }

    private var headEnd: Int? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard buffer.count >= 4 else { return nil }
        return (0...(buffer.count - 4)).first { buffer[$0..<($0 + 4)].elementsEqual(end) }.map { $0 + 4 }
    }

    private func readMore() -> Bool {
        guard !isClosed else { return false }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        buffer += chunk.prefix(count)
        return true
    }
}
