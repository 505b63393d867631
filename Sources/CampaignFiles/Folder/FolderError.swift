import Glibc

/// A file or a folder cannot be used. The description is a sentence that says why and what to do.
package struct FolderError: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    package var errno: Int32

    /// Whether the cause is the disk, so that the next try may succeed.
    package var isTransient: Bool { [ENOSPC, EDQUOT, EIO].contains(errno) }

    package var description: String {
        switch errno {
        case ENOSPC, EDQUOT: "\(path) cannot be written: the disk is full; make room there"
        case EROFS: "\(path) cannot be written: its file system is mounted read-only; remount it writable"
        case EACCES, EPERM: "\(path) cannot be used: give the daemon's user permission to read and write there"
        case ENOENT: "\(path) does not exist: create it, or correct campaign_dir"
        case EXDEV: "\(path) is on another file system than the watched folder: keep the folder on one file system"
        case ENOTDIR, EEXIST: "\(path) is in the way: move it elsewhere"
        default: "\(path) cannot be used: \(String(cString: strerror(errno)))"
        }
    }
}
