import Foundation
import Glibc
import TestSupport

/// Sends any bytes, well-formed or not, and reads until the server closes the connection.
enum RawClient {
    static func exchange(port: Int, sending text: String) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try exchangeBlocking(port: port, sending: text) }) }.start()
        }
    }

    private static func exchangeBlocking(port: Int, sending text: String) throws -> String {
        let socket = try LoopbackSocket(connectedTo: port)
        _ = Array(text.utf8).withUnsafeBytes { send(socket.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(socket.descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return String(decoding: received, as: UTF8.self) }
            received += chunk.prefix(count)
        }
    }
}
