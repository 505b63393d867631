import Glibc

/// A message for a Unix socket, with or without a descriptor.
struct Datagram {
    private var bytes: [UInt8]
    private var descriptor: CInt?

    init(_ bytes: [UInt8], passing descriptor: CInt? = nil) {
        self.bytes = bytes
        self.descriptor = descriptor
    }

    /// - Parameters:
    ///   - path: the bytes of the address; the address of a name in the abstract namespace begins with a zero.
    ///   - blocks: whether to wait while the receiver's queue is full; if false, the result is then `EAGAIN`.
    /// - Returns: zero, or the `errno`.
    func send(to path: [UInt8], by socket: CInt, blocks: Bool = true) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return ENAMETOOLONG }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        // The length of a path includes the zero at its end; a name has no zero at its end.
        let isPath = path.first != 0
        let flags = CInt(MSG_NOSIGNAL) | (blocks ? 0 : CInt(MSG_DONTWAIT))
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

    /// The control message with the descriptor (unix(7)), made by hand because Swift lacks the macros of cmsg(3).
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
