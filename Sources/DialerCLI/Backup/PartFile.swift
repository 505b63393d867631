import Glibc

/// A file that gets its name when it is complete. Until then its name is NAME.part, and only one command at a time may
/// write it.
struct PartFile {
    private static let permissions: mode_t = 0o640

    let path: String
    var part: String { path + ".part" }
    private let descriptor: Int32

    init(_ path: String) throws(Failure) {
        self.path = path
        descriptor = open(path + ".part", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, Self.permissions)
        guard descriptor >= 0 else { throw Self.problem("\(path).part cannot be written") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isSame(descriptor, as: part) else {
            close(descriptor)
            throw Failure("another command is writing \(path): wait for its end, or name another file")
        }
        // An interrupted command may have left data. The mode is set explicitly, so that the user's umask does not
        // matter.
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, Self.permissions) == 0 else {
            let problem = Self.problem("\(part) cannot be written")
            close(descriptor)
            throw problem
        }
        unlink(part + "-journal")
    }

    /// Sets the mode, and the owner and the group as far as this user may.
    ///
    /// - Parameter model: the status of a file or folder with the desired owner and group.
    func setAccess(like model: stat, mode: mode_t) throws(Failure) {
        // Only root can change the owner. For another user, the folder has set the group already.
        if fchown(descriptor, model.st_uid, model.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, model.st_gid) }
        guard fchmod(descriptor, mode) == 0 else { throw Self.problem("the mode of \(part) cannot be set") }
    }

    /// Makes the file durable and renames it to its name.
    ///
    /// - Returns: the file's size in bytes.
    @discardableResult
    func finish() throws(Failure) -> Int64 {
        var status = stat()
        guard fsync(descriptor) == 0, fstat(descriptor, &status) == 0, rename(part, path) == 0,
            Self.syncFolder(of: path)
        else { throw Self.problem("\(path) cannot be written") }
        close(descriptor)
        return Int64(status.st_size)
    }

    /// Removes the incomplete file.
    func discard() {
        unlink(part)
        unlink(part + "-journal")
        close(descriptor)
    }

    static func isSame(_ descriptor: Int32, as path: String) -> Bool {
        var one = stat()
        var other = stat()
        return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_dev == other.st_dev
            && one.st_ino == other.st_ino
    }

    static func syncFolder(of path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    static func problem(_ what: String) -> Failure {
        Failure("\(what) (\(String(cString: strerror(errno)))): name a file in a folder that you may write to")
    }
}
