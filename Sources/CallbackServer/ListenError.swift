import Glibc

/// Why the listener cannot listen at its address. The description is one sentence with the remedy.
package struct ListenError: Error, CustomStringConvertible {
    /// `EADDRNOTAVAIL` also if the host's name is unknown.
    package var errno: CInt
    /// `host:port`, as configured.
    package var address: String

    package var description: String {
        switch errno {
        case EADDRINUSE:
            "cannot listen on \(address), which another program uses: stop it, or set callbacks.listen to a free port"
        case EACCES, EPERM:
            "cannot listen on \(address), which needs more rights: set callbacks.listen to a port above 1023"
        default:
            "cannot listen on \(address), which is no address of this machine: set callbacks.listen to one that is"
        }
    }
}
