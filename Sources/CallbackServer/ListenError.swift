import Glibc

/// Why the listener cannot have its address, as one sentence with the remedy.
package struct ListenError: Error, CustomStringConvertible {
    package enum Code: Sendable {
        case addressInUse
        case notPermitted
        /// No interface of this machine has the address, or the host's name is unknown.
        case noSuchAddress
    }

    package var code: Code
    /// `host:port`, as configured.
    package var address: String

    init(errno: CInt, address: String) {
        self.address = address
        code =
            switch errno {
            case EADDRINUSE: .addressInUse
            case EACCES, EPERM: .notPermitted
            default: .noSuchAddress
            }
    }

    package var description: String {
        switch code {
        case .addressInUse:
            "cannot listen on \(address), which another program uses: stop it, or set callbacks.listen to a free port"
        case .notPermitted:
            "cannot listen on \(address), which needs more rights: set callbacks.listen to a port above 1023"
        case .noSuchAddress:
            "cannot listen on \(address), which is no address of this machine: set callbacks.listen to one that is"
        }
    }
}
