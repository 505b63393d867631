import Foundation
import Glibc
import TestSupport

/// A file system of a few megabytes, in memory: what a full disk is tried on. Only root may make one.
final class SmallDisk {
    struct NotPossible: Error {}

    /// Whether this machine lets us: tried once.
    static let isPossible: Bool = {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        disk.remove()
        return true
    }()

    private let folder: TemporaryFolder
    var path: String { folder.path }

    init(megabytes: Int) throws {
        folder = try TemporaryFolder()
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(megabytes)m") == 0 else { throw NotPossible() }
    }

    /// Writes until nothing more can be written.
    func fill() throws {
        let descriptor = Glibc.open(ballast, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { throw NotPossible() }
        defer { close(descriptor) }
        for size in [65_536, 4096, 1] {
            let bytes = [UInt8](repeating: 0, count: size)
            while Glibc.write(descriptor, bytes, size) > 0 {}
        }
    }

    func free() {
        unlink(ballast)
    }

    func remove() {
        umount2(path, Int32(MNT_DETACH))
    }

    private var ballast: String { path + "/ballast" }
}
