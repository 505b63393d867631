import Foundation
import Glibc

/// The folder with the database and the lock file; at most one daemon holds it.
package struct StateDirectory: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var database: String { path + "/dialerd.sqlite3" }
    package var backups: String { path + "/backups" }
    private var lockFile: String { path + "/dialerd.lock" }

    /// Makes the folder if need be, for its owner and group only.
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

    /// Refuses whoever may not read, or write, the database: a command can say better than SQLite what to do.
    ///
    /// - Throws: ``StateProblem/denied(_:)``.
    package func admit(_ kind: FileAccess.Kind) throws(StateProblem) {
        if let problem = FileAccess(kind, of: database).problem { throw .denied(problem) }
    }

    /// Root becomes the folder's owner, for good: whoever belongs to its group could put a link in the way of what root writes
    /// there.
    ///
    /// - Returns: whether it was root.
    /// - Throws: ``StateProblem/notWritable(path:)`` if that cannot be had.
    package func becomeOwner() throws(StateProblem) -> Bool {
        var folder = stat()
        guard geteuid() == 0, stat(path, &folder) == 0, folder.st_uid != 0 else { return false }
        guard setgroups(0, nil) == 0, setgid(folder.st_gid) == 0, setuid(folder.st_uid) == 0 else {
            throw .notWritable(path: path)
        }
        return true
    }

    /// Takes the folder for this process, until it ends.
    ///
    /// - Throws: ``StateProblem/held(path:pid:)`` when another daemon has it.
    package func lock() throws(StateProblem) {
        // The descriptor stays open as long as the process lives: closing it would give the lock up.
        let descriptor = try openLockFile()
        var request = Self.wholeFile(F_WRLCK)
        guard fcntl(descriptor, F_SETLK, &request) == 0 else {
            throw .held(path: path, pid: holder ?? 0)
        }
    }

    /// Members of the folder's group can put anything there under the file's name, and the process may be root's: a link is not
    /// followed, and nothing that was there before is given to anybody.
    private func openLockFile() throws(StateProblem) -> Int32 {
        let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC
        let new = open(lockFile, flags | O_CREAT | O_EXCL, 0o640)
        guard new < 0 else {
            var folder = stat()
            // Whoever makes the file, such as root, all who may write into the folder can take it the next time.
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

    /// The process id of the daemon that holds the folder; nil when none does. Not for the holder itself, which would give
    /// up its lock by asking.
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

/// Why the state directory cannot be used.
package enum StateProblem: Error, CustomStringConvertible, Hashable {
    case notWritable(path: String)
    case held(path: String, pid: Int)
    /// Whoever asks is not meant to; the sentence says who is.
    case denied(String)

    package var description: String {
        switch self {
        case .notWritable(let path):
            "\(path) cannot be written: create it, or give the daemon's user write access to it (state_dir)"
        case .held(let path, let pid):
            "another dialerd (pid \(pid)) already runs on \(path): stop it, or give this one a state_dir of its own"
        case .denied(let sentence): sentence
        }
    }
}
