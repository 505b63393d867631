import Glibc
import NIOCore

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

    /// Nil when `error` is about something else.
    init?(_ error: any Error, address: String) {
        self.address = address
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE: code = .addressInUse
        case let error as IOError where error.errnoCode == EACCES: code = .notPermitted
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL: code = .noSuchAddress
        case is SocketAddressError: code = .noSuchAddress
        default: return nil
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
