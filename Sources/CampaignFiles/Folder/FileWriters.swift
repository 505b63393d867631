import Glibc

/// Whether a program has a file open for writing, as far as the kernel tells.
package enum FileWriters: Hashable, Sendable {
    case none
    case some
    /// The kernel answers only to the file's owner, and not at all for some file systems, such as NFS.
    case unknown

    /// Requests a read lease, which the kernel refuses for a file that is open for writing (fcntl(2), `F_SETLEASE`), and
    /// returns it at once.
    init(path: String) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            self = .unknown
            return
        }
        defer { close(descriptor) }
        // If a program opens the file for writing during the lease, the kernel sends this process a signal. The default,
        // SIGIO, would end the process; SIGURG is ignored.
        guard fcntl(descriptor, Self.setSignal, SIGURG) == 0 else {
            self = .unknown
            return
        }
        if fcntl(descriptor, Self.setLease, CInt(F_RDLCK)) == 0 {
            _ = fcntl(descriptor, Self.setLease, CInt(F_UNLCK))
            self = .none
        } else {
            self = errno == EAGAIN ? .some : .unknown
        }
    }

    /// `F_SETSIG` and `F_SETLEASE` of Linux, which Swift's Glibc lacks.
    private static let setSignal: CInt = 10
    private static let setLease: CInt = 1024
}
