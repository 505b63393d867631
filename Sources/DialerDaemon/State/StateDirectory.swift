import Foundation
import Glibc

/// The folder of the database and the lock file. At most one daemon uses it at a time.
package struct StateDirectory: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var database: String { path + "/dialerd.sqlite3" }
    package var backups: String { path + "/backups" }
    private var lockFile: String { path + "/dialerd.lock" }

    /// Creates the folder unless it exists, for its owner and group only.
    ///
    /// - Throws: ``StateProblem``.
    package func prepare() throws(StateProblem) {
        umask(0o027)
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750]
            )
        } catch {
            throw .notWritable(path: path)
        }
        guard access(path, W_OK | X_OK) == 0 else { throw .notWritable(path: path) }
    }

    /// Checks that this user may use the database. SQLite's own error would not name a remedy.
    ///
    /// - Throws: ``StateProblem/denied(_:)``.
    package func admit(_ kind: FileAccess.Kind) throws(StateProblem) {
        if let problem = FileAccess(kind, of: database).problem { throw .denied(problem) }
    }

    /// If the process runs as root, changes its user to the folder's owner, permanently: other members of the folder's
    /// group could replace a file that root writes there by a link.
    ///
    /// - Returns: whether the user was changed.
    /// - Throws: ``StateProblem/notWritable(path:)`` if the system refuses.
    package func becomeOwner() throws(StateProblem) -> Bool {
        var folder = stat()
        guard geteuid() == 0, stat(path, &folder) == 0, folder.st_uid != 0 else { return false }
        guard setgroups(0, nil) == 0, setgid(folder.st_gid) == 0, setuid(folder.st_uid) == 0 else {
            throw .notWritable(path: path)
        }
        return true
    }

    /// Reserves the folder for this process, until the process ends.
    ///
    /// - Throws: ``StateProblem/held(path:pid:)`` if another daemon uses it.
    package func lock() throws(StateProblem) {
        // The descriptor is never closed, because that would release the lock.
        let descriptor = try openLockFile()
        var request = Self.wholeFile(F_WRLCK)
        guard fcntl(descriptor, F_SETLK, &request) == 0 else {
            throw .held(path: path, pid: holder ?? 0)
        }
    }

    /// Creates or opens the lock file. Members of the folder's group can put another file in its place, and the process may be
    /// root's. Therefore a link is not followed, and the owner and mode of an existing file stay.
    private func openLockFile() throws(StateProblem) -> Int32 {
        let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC
        let new = open(lockFile, flags | O_CREAT | O_EXCL, 0o640)
        guard new < 0 else {
            var folder = stat()
            // Even if root creates the file, every user who may write to the folder must be able to lock the file the
            // next time.
            if stat(path, &folder) == 0 {
                _ = fchown(new, folder.st_uid, folder.st_gid)
                fchmod(new, folder.st_mode & S_IWGRP == 0 ? 0o640 : 0o660)
            }
            return new
        }
        let present = open(lockFile, flags)
        var status = stat()
        guard present >= 0, fstat(present, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .notWritable(path: lockFile)
        }
        return present
    }

    /// The process id of the daemon that uses the folder; nil without a daemon. The daemon itself must not call this,
    /// because it would lose its own lock.
    package var holder: Int? {
        let descriptor = open(lockFile, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var request = Self.wholeFile(F_RDLCK)
        guard fcntl(descriptor, F_GETLK, &request) == 0, request.l_type != Int16(F_UNLCK) else { return nil }
        return Int(request.l_pid)
    }

    private static func wholeFile(_ type: Int32) -> flock {
        var request = flock()
        request.l_type = Int16(type)
        request.l_whence = Int16(SEEK_SET)
        return request
    }
}
