import DialerDaemon
import Glibc

/// A folder that the daemon writes to: its owner, its mode, and the free space.
struct FolderCheck {
    private static let leastFree: Int64 = 100 << 20
    private static let wantedFree: Int64 = 1 << 30

    let check: Finding.Check
    let path: String
    /// The running daemon's user; nil if no daemon runs.
    let daemon: uid_t?
    /// Bytes that should be free, for a backup of the database.
    var backupSize: Int64 = 0

    var findings: [Finding] {
        if let problem = FileAccess(.reading, of: path).problem { return [.problem(check, sentence: problem)] }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            let remedy = "start the daemon, or: install -d -o dialerd -g dialerd -m 2770 \(path)"
            return [.warning(check, "\(path) does not exist", remedy: remedy)]
        }
        let faults = faults(of: status)
        let space = space()
        let isFine = faults.isEmpty && space?.verdict == .ok
        return isFine
            ? [.ok(check, "\(path) is \(Self.ownerAndMode(status)); \(space?.text ?? "")")]
            : faults + [space].compactMap(\.self)
    }

    private func faults(of status: stat) -> [Finding] {
        var faults: [Finding] = []
        let isShared = status.st_mode & S_IWGRP != 0
        if let daemon, daemon != 0, daemon != status.st_uid, !isShared {
            let text = "\(path) is \(Self.ownerAndMode(status)), while the daemon runs as \(Self.name(of: daemon))"
            faults.append(.problem(check, text, remedy: "chown -R \(Self.name(of: daemon)) \(path)"))
        }
        if status.st_mode & 0o300 != 0o300 {
            faults.append(.problem(check, "its owner may not write to \(path)", remedy: "chmod u+rwx \(path)"))
        }
        if status.st_mode & 0o007 != 0 {
            faults.append(.warning(check, "every user can read \(path)", remedy: "chmod o-rwx \(path)"))
        }
        if isShared, status.st_mode & S_ISGID == 0 {
            let text =
                "files that members of its group create in \(path) get the members' own groups, which may exclude the daemon"
            faults.append(.warning(check, text, remedy: "chmod g+s \(path)"))
        }
        return faults
    }

    private func space() -> Finding? {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { return nil }
        let free = Int64(disk.f_bavail) * Int64(disk.f_frsize)
        let text = "\(ByteCountText.text(free)) free"
        if free < Self.leastFree {
            let remedy = "free some space: on a full disk, dialing stops"
            return .problem(check, "\(text) on the disk of \(path)", remedy: remedy)
        }
        guard free >= max(Self.wantedFree, backupSize) else {
            let remedy = "free some space: a backup is as large as the database"
            return .warning(check, "\(text) on the disk of \(path)", remedy: remedy)
        }
        return .ok(check, text)
    }

    /// `dialerd:dialerd 2770`.
    private static func ownerAndMode(_ status: stat) -> String {
        let group = getgrgid(status.st_gid).map { String(cString: $0.pointee.gr_name) } ?? "\(status.st_gid)"
        return "\(name(of: status.st_uid)):\(group) \(String(status.st_mode & 0o7777, radix: 8))"
    }

    private static func name(of user: uid_t) -> String {
        getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "\(user)"
    }
}
