import Foundation
import Glibc

/// The server's end of one connection, on blocking sockets: a script reads and writes exactly what it wants.
final class RawConnection {
    /// 0 for the server's first connection.
    let number: Int
    private let descriptor: Int32
    private let onRequest: (RecordedRequest) -> Void
    private var buffer: [UInt8] = []
    private var isClosed = false

    init(number: Int, descriptor: Int32, onRequest: @escaping (RecordedRequest) -> Void) {
        self.number = number
        self.descriptor = descriptor
        self.onRequest = onRequest
    }

    /// Waits for a request and records it once its head is complete. Nil at the end of the connection.
    ///
    /// - Parameter bodyLimit: reads no more of the body than so many bytes.
    func readRequest(bodyLimit: Int = .max) -> RecordedRequest? {
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

    func write(_ text: String) {
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

    func answer(_ status: Int = 201, _ body: String = "{}", headers: [String] = []) {
        let lines = ["HTTP/1.1 \(status) Status", "Content-Length: \(body.utf8.count)"] + headers
        write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// - Parameter withReset: RST instead of FIN.
    func close(withReset: Bool = false) {
        guard !isClosed else { return }
        isClosed = true
        if withReset {
            var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        }
        _ = Glibc.close(descriptor)
    }

    /// Records whatever still comes, so that a second copy cannot go unseen.
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

/// A request as it came over the wire.
struct RecordedRequest: Sendable {
    var head: String
    var body = ""

    var line: String { String(head.prefix { $0 != "\r\n" }) }
    var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
    var contentLength: Int { header("content-length").flatMap { Int($0) } ?? 0 }

    func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ":"
        return head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(prefix) }
            .map { $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) }
    }
}
