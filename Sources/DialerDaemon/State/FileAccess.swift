import Glibc

/// Whether this process may use a file, and what its user can do if the file may not be used. Operators are members of
/// the daemon's group.
package struct FileAccess: Sendable {
    package enum Kind: Sendable {
        case reading
        case writing
    }

    private let path: String
    private let kind: Kind

    package init(_ kind: Kind, of path: String) {
        self.path = path
        self.kind = kind
    }

    /// Nil if the file may be used or does not exist. Otherwise one sentence: which file or folder refuses, and the remedy.
    package var problem: String? {
        guard !Self.isAllowed(path, right) else { return nil }
        if errno == EROFS { return "\(path) cannot be written: its disk is mounted read-only" }
        guard errno == EACCES || errno == EPERM else { return nil }
        return "\(closed) cannot be \(kind == .reading ? "read" : "written") by \(Self.user): \(remedy)"
    }

    /// What this user can do: the end of a sentence.
    private var remedy: String {
        var status = stat()
        guard stat(closed, &status) == 0, Self.user != "root" else { return "look at its owner and mode" }
        let owner = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? "its owner"
        guard Self.opens(status, to: neededOfGroup(status)), status.st_gid != 0, !Self.isMember(of: status.st_gid),
            let group = getgrgid(status.st_gid).map({ String(cString: $0.pointee.gr_name) })
        else { return "run the command as \(owner), such as with sudo -u \(owner)" }
        return "ask for membership of group \(group) (adduser \(Self.user) \(group), then log in again)"
    }

    /// The first folder of the path that this user cannot enter, otherwise the file itself.
    private var closed: String {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if !Self.isAllowed(folder, X_OK) { return folder }
        }
        return path
    }

    private var right: Int32 { kind == .reading ? R_OK : W_OK }

    private func neededOfGroup(_ status: stat) -> mode_t {
        if status.st_mode & S_IFMT == S_IFDIR { return closed == path && kind == .writing ? S_IWGRP : S_IXGRP }
        return kind == .reading ? S_IRGRP : S_IWGRP
    }

    private static func opens(_ status: stat, to bit: mode_t) -> Bool { status.st_mode & bit != 0 }

    /// Checks the effective ids, as open(2) does.
    private static func isAllowed(_ path: String, _ right: Int32) -> Bool {
        faccessat(AT_FDCWD, path, right, AT_EACCESS) == 0
    }

    private static func isMember(of group: gid_t) -> Bool {
        if getegid() == group { return true }
        var groups = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
        let count = getgroups(Int32(groups.count), &groups)
        return groups.prefix(Int(max(0, count))).contains(group)
    }

    private static var user: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "user \(geteuid())"
    }
}
