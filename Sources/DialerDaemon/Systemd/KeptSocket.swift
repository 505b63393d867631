package import CallbackServer
import Glibc
package import Settings

/// The listener's socket, which systemd keeps while the daemon is restarted (`FileDescriptorStoreMax=`): callbacks that
/// come meanwhile wait in the kernel's queue, and none is lost. The port stands in dialerd.yaml alone.
package struct KeptSocket {
    private static let name = "callbacks"
    /// The first descriptor that is passed on (sd_listen_fds(3)).
    private static let firstDescriptor: CInt = 3

    private let manager: ServiceManager
    private let inherited: [CInt]

    /// - Parameter environment: with `LISTEN_PID` and `LISTEN_FDS`.
    package init(environment: [String: String], pid: Int, manager: ServiceManager) {
        self.manager = manager
        let isForUs = environment["LISTEN_PID"].flatMap { Int($0) } == pid
        let count = isForUs ? environment["LISTEN_FDS"].flatMap { CInt($0) } ?? 0 : 0
        inherited = (0..<max(0, min(count, 64))).map { Self.firstDescriptor + $0 }
    }

    /// The one of the process before this one if it listens at the same address, or a new one, which is given to systemd to
    /// keep.
    ///
    /// - Throws: `ListenError` when the address cannot be had.
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
        // Another address: what is kept would go on taking connections that nobody answers.
        if !inherited.isEmpty { manager.tell(.forget(name: Self.name)) }
        let socket = try Self.newSocket(at: address, tries: inherited.isEmpty ? 1 : 40)
        manager.tell(.keep(name: Self.name), passing: socket.descriptor)
        return socket
    }

    /// - Parameter tries: 50 ms apart, while systemd still has the socket that it is to forget.
    private static func newSocket(at address: ListenAddress, tries: Int) throws(ListenError) -> ListeningSocket {
        do {
            return try ListeningSocket(host: address.host, port: address.port)
        } catch {
            guard error.code == .addressInUse, tries > 1 else { throw error }
            usleep(50_000)
            return try newSocket(at: address, tries: tries - 1)
        }
    }
}
