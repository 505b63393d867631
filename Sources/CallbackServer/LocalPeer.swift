/// Who may read pages that are not for outsiders.
package enum LocalPeer {
    /// Whether a connection comes from this machine: from loopback, or from the very address that it has reached.
    ///
    /// - Parameters: IP addresses; nil for none, such as a connection that is gone.
    package static func isLocal(remote: String?, local: String?) -> Bool {
        guard let remote else { return false }
        let mapped = "::ffff:"
        let address = remote.hasPrefix(mapped) ? String(remote.dropFirst(mapped.count)) : remote
        return address.hasPrefix("127.") || address == "::1" || remote == local
    }
}
