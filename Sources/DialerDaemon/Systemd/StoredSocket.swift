package import CallbackServer
import Glibc
package import Settings

/// The listener's socket. systemd keeps the socket during a restart of the daemon (`FileDescriptorStoreMax=`), so that
/// callbacks wait in the kernel's queue and none is lost. Only dialerd.yaml configures its address.
package struct StoredSocket {
    private static let name = "callbacks"
    /// The first descriptor that systemd passes (sd_listen_fds(3)).
    private static let firstDescriptor: CInt = 3

    private let manager: ServiceManager
    private let inherited: [CInt]

    /// - Parameter environment: with `LISTEN_PID` and `LISTEN_FDS`.
    package init(environment: [String: String], pid: Int, manager: ServiceManager) {
        self.manager = manager
        let isForThisProcess = environment["LISTEN_PID"].flatMap { Int($0) } == pid
        let count = isForThisProcess ? environment["LISTEN_FDS"].flatMap { CInt($0) } ?? 0 : 0
        inherited = (0..<max(0, min(count, 64))).map { Self.firstDescriptor + $0 }
    }

    /// The socket that systemd has kept, if it listens at the given address. Otherwise a new socket, which systemd
    /// keeps from now on.
    ///
    /// - Throws: `ListenError` if the address cannot be used.
    package func socket(at address: ListenAddress) throws(ListenError) -> ListeningSocket {
        var found: ListeningSocket?
        for descriptor in inherited {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            if found == nil {
                found = ListeningSocket(inherited: descriptor, host: address.host, port: address.port)
            }
            if found?.descriptor != descriptor { close(descriptor) }
        }
        if let found { return found }
        // The address has changed. The old socket, if it stayed open, would take connections that no process answers.
        if !inherited.isEmpty { manager.tell(.forget(name: Self.name)) }
        let socket = try Self.newSocket(at: address, tries: inherited.isEmpty ? 1 : 40)
        manager.tell(.keep(name: Self.name), passing: socket.descriptor)
        return socket
    }

    /// - Parameter tries: the number of tries, 50 ms apart, because systemd closes the old socket a little later.
    private static func newSocket(at address: ListenAddress, tries: Int) throws(ListenError) -> ListeningSocket {
        do {
            return try ListeningSocket(host: address.host, port: address.port)
        } catch {
            guard error.errno == EADDRINUSE, tries > 1 else { throw error }
            usleep(50_000)
            return try newSocket(at: address, tries: tries - 1)
        }
    }
}
