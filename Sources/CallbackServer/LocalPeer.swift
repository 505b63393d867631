/// Decides which clients may read pages that are not public.
package enum LocalPeer {
    /// Whether a connection comes from this machine: from loopback, or from the same address that it has reached.
    ///
    /// - Parameters:
    ///   - remote: the client's IP address; nil if it is unknown, because the connection is closed already.
    ///   - local: the IP address that the client has reached.
    package static func isLocal(remote: String?, local: String?) -> Bool {
        guard let remote else { return false }
        let mapped = "::ffff:"
        let address = remote.hasPrefix(mapped) ? String(remote.dropFirst(mapped.count)) : remote
        return address.hasPrefix("127.") || address == "::1" || remote == local
    }
}
