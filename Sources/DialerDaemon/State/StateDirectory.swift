import Foundation
import Glibc

/// The folder with the database and the lock file; at most one daemon holds it.
package struct StateDirectory: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var database: String { path + "/dialerd.sqlite3" }
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

    /// Takes the folder for this process, until it ends.
    ///
    /// - Throws: ``StateProblem/held(path:pid:)`` when another daemon has it.
    package func lock() throws(StateProblem) {
        // The descriptor stays open as long as the process lives: closing it would give the lock up.
        let descriptor = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .notWritable(path: lockFile) }
        var request = Self.wholeFile(F_WRLCK)
        guard fcntl(descriptor, F_SETLK, &request) == 0 else {
            throw .held(path: path, pid: holder ?? 0)
        }
    }

    /// The process id of the daemon that holds the folder; nil when none does.
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

    package var description: String {
        switch self {
        case .notWritable(let path):
            "\(path) cannot be written: create it, or give the daemon's user write access to it (state_dir)"
        case .held(let path, let pid):
            "another dialerd (pid \(pid)) already runs on \(path): stop it, or give this one a state_dir of its own"
        }
    }
}
