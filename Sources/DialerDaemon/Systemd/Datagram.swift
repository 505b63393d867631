import Glibc

/// One message to a Unix socket, with or without a descriptor.
struct Datagram {
    private var bytes: [UInt8]
    private var descriptor: CInt?

    init(_ bytes: [UInt8], passing descriptor: CInt? = nil) {
        self.bytes = bytes
        self.descriptor = descriptor
    }

    /// Zero, or the `errno` of what went wrong.
    ///
    /// - Parameters:
    ///   - path: the address' bytes; a leading zero is the abstract namespace.
    ///   - waits: false gives up at once, with `EAGAIN`, where the receiver's queue is full.
    func send(to path: [UInt8], by socket: CInt, waits: Bool = true) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return ENAMETOOLONG }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        // Of a path, the zero behind it counts; of a name, it would be part of it.
        let isPath = path.first != 0
        let flags = CInt(MSG_NOSIGNAL) | (waits ? 0 : CInt(MSG_DONTWAIT))
        let length = MemoryLayout.size(ofValue: address.sun_family) + path.count + (isPath ? 1 : 0)
        var bytes = bytes
        var control = descriptor.map(Self.rights) ?? []
        return bytes.withUnsafeMutableBytes { bytes in
            control.withUnsafeMutableBytes { control in
                withUnsafeMutablePointer(to: &address) { address in
                    var part = iovec(iov_base: bytes.baseAddress, iov_len: bytes.count)
                    return withUnsafeMutablePointer(to: &part) { part in
                        var message = msghdr()
                        message.msg_name = UnsafeMutableRawPointer(address)
                        message.msg_namelen = socklen_t(length)
                        message.msg_iov = part
                        message.msg_iovlen = 1
                        message.msg_control = control.isEmpty ? nil : control.baseAddress
                        message.msg_controllen = control.count
                        return sendmsg(socket, &message, flags) < 0 ? errno : 0
                    }
                }
            }
        }
    }

    /// The control message that carries a descriptor (cmsg(3), unix(7)), whose macros Swift does not see.
    private static func rights(_ descriptor: CInt) -> [UInt8] {
        var header = cmsghdr()
        header.cmsg_len = MemoryLayout<cmsghdr>.size + MemoryLayout<CInt>.size
        header.cmsg_level = SOL_SOCKET
        header.cmsg_type = CInt(SCM_RIGHTS)
        var message = withUnsafeBytes(of: header) { Array($0) } + withUnsafeBytes(of: descriptor) { Array($0) }
        // CMSG_ALIGN
        while !message.count.isMultiple(of: MemoryLayout<Int>.size) { message.append(0) }
        return message
    }
}
