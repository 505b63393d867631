/// Decides which clients may read pages that are not public.
package enum LocalPeer {
    /// Whether a connection comes from this machine: from loopback, or from the address at which the client reached it.
    ///
    /// - Parameters:
    ///   - remote: the client's IP address; nil if it is unknown because the connection is already closed.
    ///   - local: the IP address at which the client reached this machine.
    package static func isLocal(remote: String?, local: String?) -> Bool {
        guard let remote else { return false }
        let mapped = "::ffff:"
        let address = remote.hasPrefix(mapped) ? String(remote.dropFirst(mapped.count)) : remote
        return address.hasPrefix("127.") || address == "::1" || remote == local
    }
}
