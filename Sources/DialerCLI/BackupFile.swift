import Glibc

/// The file that a backup goes to. Until it is whole it is FILE.part, which one command at a time has.
struct BackupFile {
    private static let permissions: mode_t = 0o640
    private static let databaseHeader = Array("SQLite format 3\0".utf8)

    let path: String
    var part: String { path + ".part" }
    private let descriptor: Int32

    /// Nothing is replaced but, when that is wished, a database that is not the one to be copied.
    init(_ path: String, replacing isReplacing: Bool, copyOf database: String) throws(Failure) {
        self.path = path
        try Self.refuse(path, isReplacing: isReplacing, database: database)
        descriptor = open(path + ".part", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, Self.permissions)
        guard descriptor >= 0 else { throw Self.problem("\(path).part cannot be written") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isSame(descriptor, as: part) else {
            close(descriptor)
            throw Failure("another backup to \(path) is under way: wait for its end, or name another file")
        }
        // An earlier command may have been broken off. The mode is ours, whatever the caller's mask.
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, Self.permissions) == 0 else {
            let problem = Self.problem("\(part) cannot be written")
            close(descriptor)
            throw problem
        }
        unlink(part + "-journal")
    }

    /// Gives the copy its name, once it is on disk, and the name, too.
    ///
    /// - Returns: its size in bytes.
    func finish() throws(Failure) -> Int64 {
        var status = stat()
        guard fsync(descriptor) == 0, fstat(descriptor, &status) == 0, rename(part, path) == 0,
            Self.syncFolder(of: path)
        else { throw Self.problem("\(path) cannot be written") }
        close(descriptor)
        return Int64(status.st_size)
    }

    /// Removes what there is of it.
    func discard() {
        unlink(part)
        unlink(part + "-journal")
        close(descriptor)
    }

    private static func refuse(_ path: String, isReplacing: Bool, database: String) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw problem("\(path) cannot be looked at")
        }
        defer { close(descriptor) }
        guard !isSame(descriptor, as: database) else {
            throw Failure("\(path) is the database itself: name another file")
        }
        guard isReplacing else { throw Failure("\(path) is there already: name another file, or add --force") }
        var header = [UInt8](repeating: 0, count: databaseHeader.count)
        guard read(descriptor, &header, header.count) == header.count, header == databaseHeader else {
            throw Failure("\(path) is no backup, and is left alone: name another file")
        }
    }

    private static func isSame(_ descriptor: Int32, as path: String) -> Bool {
        var one = stat()
        var other = stat()
        return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_dev == other.st_dev
            && one.st_ino == other.st_ino
    }

    private static func syncFolder(of path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private static func problem(_ what: String) -> Failure {
        Failure("\(what) (\(String(cString: strerror(errno)))): name a file in a folder of yours")
    }
}
