import DialerDaemon
import Glibc

/// A folder that the daemon writes into: whose it is, and how much room there is.
struct FolderCheck {
    private static let leastFree: Int64 = 100 << 20
    private static let wantedFree: Int64 = 1 << 30

    let check: Finding.Check
    let path: String
    /// The running daemon's user; nil if none runs.
    let daemon: uid_t?
    /// What there should be room for once more, in bytes: a backup.
    var size: Int64 = 0

    var findings: [Finding] {
        if let problem = FileAccess(.reading, of: path).problem { return [.problem(check, sentence: problem)] }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            let remedy = "start the daemon, or: install -d -o dialerd -g dialerd -m 2770 \(path)"
            return [.warning(check, "\(path) does not exist", remedy: remedy)]
        }
        let faults = access(status)
        let room = room()
        let isFine = faults.isEmpty && room?.verdict == .ok
        return isFine
            ? [.ok(check, "\(path) is \(Self.words(status)); \(room?.text ?? "")")] : faults + [room].compactMap(\.self)
    }

    private func access(_ status: stat) -> [Finding] {
        var faults: [Finding] = []
        let isShared = status.st_mode & S_IWGRP != 0
        if let daemon, daemon != 0, daemon != status.st_uid, !isShared {
            let text = "\(path) is \(Self.words(status)), while the daemon runs as \(Self.name(of: daemon))"
            faults.append(.problem(check, text, remedy: "chown -R \(Self.name(of: daemon)) \(path)"))
        }
        if status.st_mode & 0o300 != 0o300 {
            faults.append(.problem(check, "its owner may not write into \(path)", remedy: "chmod u+rwx \(path)"))
        }
        if status.st_mode & 0o007 != 0 {
            faults.append(.warning(check, "everybody can look into \(path)", remedy: "chmod o-rwx \(path)"))
        }
        if isShared, status.st_mode & S_ISGID == 0 {
            let text = "what members of its group make in \(path) gets their own group, which the daemon may not be in"
            faults.append(.warning(check, text, remedy: "chmod g+s \(path)"))
        }
        return faults
    }

    private func room() -> Finding? {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { return nil }
        let free = Int64(disk.f_bavail) * Int64(disk.f_frsize)
        let text = "\(Bytes.words(free)) free"
        if free < Self.leastFree {
            let remedy = "free some space: on a full disk dialling stands still"
            return .problem(check, "\(text) on the disk of \(path)", remedy: remedy)
        }
        guard free >= max(Self.wantedFree, size) else {
            let remedy = "free some space: a backup takes as much as the database"
            return .warning(check, "\(text) on the disk of \(path)", remedy: remedy)
        }
        return .ok(check, text)
    }

    /// `dialerd:dialerd 2770`.
    private static func words(_ status: stat) -> String {
        let group = getgrgid(status.st_gid).map { String(cString: $0.pointee.gr_name) } ?? "\(status.st_gid)"
        return "\(name(of: status.st_uid)):\(group) \(String(status.st_mode & 0o7777, radix: 8))"
    }

    private static func name(of user: uid_t) -> String {
        getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "\(user)"
    }
}
