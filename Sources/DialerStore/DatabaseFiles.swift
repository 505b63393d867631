import Foundation
package import Glibc

/// The files of one database: SQLite gives the log and its index, which come and go, the mode of the database itself.
package struct DatabaseFiles: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var log: String { path + "-wal" }
    package var index: String { path + "-shm" }

    /// 0660 in a folder that its group may write, whose members write the database itself by their commands; else 0640.
    package var mode: mode_t {
        var folder = stat()
        let isShared =
            stat(URL(filePath: path).deletingLastPathComponent().path, &folder) == 0 && folder.st_mode & S_IWGRP != 0
        return isShared ? 0o660 : 0o640
    }

    /// Makes the database's file if it is not there, and gives all of them their mode, whatever the process's mask.
    func prepare() {
        // Never a file that is there: closing it would give up this process's locks on it.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        // What is another user's keeps its mode.
        for file in [path, log, index] { chmod(file, mode) }
    }

    /// Whether there is a file of that name, which this user can see.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The log's size in bytes.
    package var logSize: Int64 {
        var status = stat()
        return stat(log, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Nothing is in the log: the database is this one file.
    package var isWhole: Bool { logSize == 0 }

    /// For SQLite, which then takes it as it is: it makes no files beside it and locks nothing.
    var immutableURI: String {
        let allowed = CharacterSet.urlPathAllowed
        return "file:\(path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path)?immutable=1"
    }
}
