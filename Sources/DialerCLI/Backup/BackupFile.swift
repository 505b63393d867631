import DialerStore
import Glibc

/// Decides whether a backup may be written to a path.
enum BackupFile {
    private static let databaseHeader = Array("SQLite format 3\0".utf8)

    /// - Parameter isReplacing: whether an existing database may be replaced. Other files are never replaced, nor is
    ///   the database that is copied.
    static func begin(_ path: String, replacing isReplacing: Bool, copyOf database: String) throws(Failure) -> PartFile
    {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return try PartFile(path) }
            throw PartFile.problem("\(path) cannot be read")
        }
        defer { close(descriptor) }
        guard !PartFile.isSame(descriptor, as: database) else {
            throw Failure("\(path) is the database itself: name another file")
        }
        guard isReplacing else { throw Failure("\(path) exists already: name another file, or add --force") }
        var header = [UInt8](repeating: 0, count: databaseHeader.count)
        guard read(descriptor, &header, header.count) == header.count, header == databaseHeader else {
            throw Failure("\(path) is no backup and is not replaced: name another file")
        }
        return try PartFile(path)
    }
}
