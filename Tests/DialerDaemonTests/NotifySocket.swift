import Foundation
import Glibc

/// Stands in for systemd: a datagram socket. `environment` has its address.
final class NotifySocket {
    private let descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
    private let path = FileManager.default.temporaryDirectory.appending(path: "dialerd-\(UUID().uuidString).sock").path
    let isAbstract: Bool

    /// - Parameter isAbstract: whether the address is a name in the abstract namespace instead of a path.
    init(isAbstract: Bool = false) {
        self.isAbstract = isAbstract
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = isAbstract ? [0] + Array(path.utf8) : Array(path.utf8) + [0]
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = bind(descriptor, $0, length) }
        }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    var environment: [String: String] { ["NOTIFY_SOCKET": isAbstract ? "@" + path : path] }

    /// The next message; nil if there is none.
    func next() -> (text: String, descriptor: CInt?)? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        var control = [UInt8](repeating: 0, count: 64)
        return bytes.withUnsafeMutableBytes { bytes in
            control.withUnsafeMutableBytes { control in
                var part = iovec(iov_base: bytes.baseAddress, iov_len: bytes.count)
                return withUnsafeMutablePointer(to: &part) { part in
                    var message = msghdr()
                    message.msg_iov = part
                    message.msg_iovlen = 1
                    message.msg_control = control.baseAddress
                    message.msg_controllen = control.count
                    let count = recvmsg(descriptor, &message, CInt(MSG_DONTWAIT))
                    guard count >= 0 else { return nil }
                    let passed = message.msg_controllen >= 20 ? control.load(fromByteOffset: 16, as: CInt.self) : nil
                    return (String(decoding: bytes.prefix(count), as: UTF8.self), passed)
                }
            }
        }
    }
}
