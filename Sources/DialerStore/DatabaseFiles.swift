import Foundation
package import Glibc

/// The files of one database: the database itself, and its log and the log's index, which SQLite creates with the mode
/// of the database and removes again.
package struct DatabaseFiles: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var log: String { path + "-wal" }
    package var index: String { path + "-shm" }

    /// 0660 if the group may write the folder, because then its members run commands that write the database; else
    /// 0640.
    package var mode: mode_t {
        var folder = stat()
        let isShared =
            stat(URL(filePath: path).deletingLastPathComponent().path, &folder) == 0 && folder.st_mode & S_IWGRP != 0
        return isShared ? 0o660 : 0o640
    }

    /// Creates the database's file if there is none, and gives each file its mode, whatever the process's mask.
    func prepare() {
        // An existing file is not opened: closing it would release this process's locks on it.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        // A file of another user keeps its mode.
        for file in [path, log, index] { chmod(file, mode) }
    }

    /// Whether there is a file of that name that this user can see.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The log's size in bytes.
    package var logSize: Int64 {
        var status = stat()
        return stat(log, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Whether the log is empty, so that the database is complete in its one file.
    package var isWhole: Bool { logSize == 0 }

    /// A URI with which SQLite reads the file without locks and without creating files beside it.
    var immutableURI: String {
        let allowed = CharacterSet.urlPathAllowed
        return "file:\(path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path)?immutable=1"
    }
}
