import DialerStore
import Foundation
import Glibc
import Testing

/// A user may read a database, but not write to its folder, as on a read-only disk.
@Suite(.enabled(if: geteuid() != 0, "root may write everywhere"))
struct ReadOnlyTests {
    @Test func aDatabaseWithoutALogCanBeRead() throws {
        let scratch = try Scratch()
        try scratch.store().close()
        for file in [scratch.path + "-wal", scratch.path + "-shm"] { unlink(file) }
        chmod(scratch.directory.path, 0o500)
        defer { chmod(scratch.directory.path, 0o700) }
        let store = try Store(path: scratch.path, access: .readOnly)
        #expect(try store.status(isDaemonRunning: false, at: scratch.now).campaigns.isEmpty)
    }
}
