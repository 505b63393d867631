import Glibc

/// Whether somebody has a file open for writing, as far as the kernel tells.
package enum FileWriters: Hashable, Sendable {
    case none
    case some
    /// The kernel tells a file's owner alone, and of some file systems, such as NFS, nobody.
    case unknown

    /// Asks for a read lease, which nobody gets on a file that is open for writing (fcntl(2), `F_SETLEASE`), and gives it
    /// back.
    init(path: String) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            self = .unknown
            return
        }
        defer { close(descriptor) }
        // Whoever opens it for writing in this instant is let wait for the next, and we are told by a signal: SIGIO would end
        // the process, SIGURG is ignored.
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

    /// `F_SETSIG` and `F_SETLEASE`, Linux's own, which Swift's Glibc leaves out.
    private static let setSignal: CInt = 10
    private static let setLease: CInt = 1024
}
