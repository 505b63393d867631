import Glibc

/// Reads files that are always small (settings, a token), as a whole and up to a limit.
package enum SmallFile {
    /// Why a file could not be read, and the remedy: the end of a sentence that begins with the path.
    package struct Problem: Error, Hashable, Sendable {
        package var isMissing = false
        /// This process lacks the permission to read it.
        package var isDenied = false
        package var message: String
    }

    /// - Parameters:
    ///   - limit: bytes; a longer file is a problem.
    ///   - followLinks: false refuses a symbolic link.
    package static func read(_ path: String, limit: Int = 1 << 20, followLinks: Bool = true) throws(Problem) -> [UInt8]
    {
        // Without O_NONBLOCK a named pipe without a writer would stop the daemon here.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw problem(errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw problem(errno) }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= limit else {
                throw Problem(message: "is longer than \(limit) bytes: is it the right file?")
            }
        }
    }

    private static func problem(_ code: Int32) -> Problem {
        switch code {
        case ENOENT, ENOTDIR: Problem(isMissing: true, message: "does not exist")
        case EACCES, EPERM: Problem(isDenied: true, message: "cannot be read: give the daemon's user permission to")
        case EISDIR: Problem(message: "is a directory, not a file")
        case ELOOP: Problem(message: "is a symbolic link: put the file itself there")
        default: Problem(message: "cannot be read: \(String(cString: strerror(code)))")
        }
    }
}
