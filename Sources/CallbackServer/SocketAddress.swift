import Glibc

/// An IP address and a port, in the form of the socket calls.
struct SocketAddress: Equatable {
    private var storage: sockaddr_storage
    private var length: socklen_t

    /// The addresses of a host, in the resolver's order; empty if the name is unknown. Blocks while the resolver works.
    static func all(host: String, port: Int) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        return sequence(first: list, next: { $0?.pointee.ai_next }).compactMap { entry in
            entry.flatMap { SocketAddress($0.pointee.ai_addr, length: $0.pointee.ai_addrlen) }
        }
    }

    /// The address to which a socket is bound; nil if it is not an IP socket.
    init?(ofSocket descriptor: CInt) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isBound = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        guard isBound, [AF_INET, AF_INET6].contains(CInt(storage.ss_family)) else { return nil }
        self.storage = storage
        self.length = length
    }

    private init?(_ address: UnsafePointer<sockaddr>?, length: socklen_t) {
        guard let address else { return nil }
        storage = sockaddr_storage()
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: Int(length)))
        }
        self.length = length
    }

    var family: CInt { CInt(storage.ss_family) }

    /// The port has the same position in IPv4 and IPv6 addresses.
    var port: Int {
        withPointer { pointer, _ in
            pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { Int(UInt16(bigEndian: $0.pointee.sin_port)) }
        }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    static func == (one: SocketAddress, other: SocketAddress) -> Bool {
        one.length == other.length
            && withUnsafeBytes(of: one.storage) { one in
                withUnsafeBytes(of: other.storage) { other in one.elementsEqual(other) }
            }
    }
}
