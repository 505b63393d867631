import Glibc

/// A file of mode 0640 that is written once, from beginning to end.
final class OutputFile {
    private let path: String
    private var descriptor: Int32

    init(path: String) throws(FolderError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw FolderError(path: path, errno: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func write(_ bytes: [UInt8]) throws(FolderError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FolderError(path: path, errno: errno) }
            written += count
        }
    }

    /// Makes the file and its name durable, and closes it.
    ///
    /// - Parameter name: a path in the same folder to which the complete file is renamed, replacing an existing file.
    func finish(as name: String? = nil) throws(FolderError) {
        guard fsync(descriptor) == 0 else { throw FolderError(path: path, errno: errno) }
        let result = close(descriptor)
        descriptor = -1
        guard result == 0 else { throw FolderError(path: path, errno: errno) }
        if let name, rename(path, name) != 0 { throw FolderError(path: name, errno: errno) }
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        try FileSystem.sync(directory: directory)
    }
}
