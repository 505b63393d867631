import Glibc

/// A regular file, open for reading until the object is released.
final class InputFile {
    let stamp: FileStamp
    private let descriptor: Int32

    /// - Throws: a sentence for `problems.txt` that says why the file cannot be read.
    init(path: String) throws(FileRefusal) {
        // Without O_NONBLOCK, a named pipe without a writer would block here forever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileRefusal(Self.sentence(errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileRefusal(Self.sentence(errno)) }
        stamp = FileStamp(status)
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileRefusal("It is a directory: drop the CSV file itself.")
        default: throw FileRefusal("It is not a regular file: drop the CSV file itself.")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Reads the next bytes.
    ///
    /// - Returns: the number of bytes; 0 only at the end of the file.
    func read(into chunk: inout [UInt8]) throws(FileRefusal) -> Int {
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileRefusal(Self.sentence(errno)) }
        }
    }

    func rewind() throws(FileRefusal) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileRefusal(Self.sentence(errno)) }
    }

    private static func sentence(_ code: Int32) -> String {
        switch code {
        case ENOENT: "It does not exist any more."
        case EACCES, EPERM: "It cannot be read: give the daemon's user permission to read it."
        case ELOOP: "It is a symbolic link that leads nowhere: drop the file itself."
        default: "It cannot be read: \(String(cString: strerror(code)))."
        }
    }
}
