import Foundation
import Glibc

/// Another user than the one who runs the tests, and a group. Only root can be others.
enum OtherUser {
    static let user: UInt32 = 65_534
    /// `daemon`, which Debian has everywhere.
    static let group: UInt32 = 1

    /// Whether the built programs can be run by everybody, and by `setpriv`.
    static let isPossible: Bool = {
        guard geteuid() == 0, let program = try? Program.dialerd.path() else { return false }
        var folder = URL(filePath: program)
        while folder.path != "/" {
            var status = stat()
            guard stat(folder.path, &status) == 0, status.st_mode & S_IXOTH != 0 else { return false }
            folder.deleteLastPathComponent()
        }
        return FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
    }()
}
