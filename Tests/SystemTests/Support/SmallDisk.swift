import Foundation
import Glibc

/// A file system of a few megabytes, in memory: what a full disk is tried on. Only root may make one.
final class SmallDisk {
    struct NotPossible: Error {}

    /// Whether this machine lets us: tried once.
    static let isPossible: Bool = {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        disk.remove()
        return true
    }()

    let path: String

    init(megabytes: Int) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            rmdir(path)
            throw NotPossible()
        }
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
        rmdir(path)
    }

    private var ballast: String { path + "/ballast" }
}
