import Glibc

/// Why the listener cannot listen at its address. The description is one sentence with the remedy.
package struct ListenError: Error, CustomStringConvertible {
    package enum Code: Sendable {
        case addressInUse
        case notPermitted
        /// The address belongs to no interface of this machine, or the host's name is unknown.
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
