import Glibc

/// A file or a folder cannot be used. The description is a sentence that says why and what to do.
package struct FolderError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        case full
        case readOnly
        case denied
        case missing
        /// `accepted/` or `rejected/` is on another file system than the folder, so that files cannot be renamed into it.
        case crossDevice
        case inTheWay
        case other
    }

    package var code: Code
    package var path: String
    /// The `errno`.
    package var errorNumber: Int32

    package init(path: String, errno number: Int32) {
        self.path = path
        errorNumber = number
        code =
            switch number {
            case ENOSPC, EDQUOT: .full
            case EROFS: .readOnly
            case EACCES, EPERM: .denied
            case ENOENT: .missing
            case EXDEV: .crossDevice
            case ENOTDIR, EEXIST: .inTheWay
            default: .other
            }
    }

    /// A problem of the disk, which may be gone at the next try.
    package var isTransient: Bool { code == .full || (code == .other && errorNumber == EIO) }

    package var description: String {
        switch code {
        case .full: "\(path) cannot be written: the disk is full; make room there"
        case .readOnly: "\(path) cannot be written: its file system is mounted read-only; remount it writable"
        case .denied: "\(path) cannot be used: give the daemon's user permission to read and write there"
        case .missing: "\(path) does not exist: create it, or correct campaign_dir"
        case .crossDevice:
            "\(path) is on another file system than the watched folder: keep the folder on one file system"
        case .inTheWay: "\(path) is in the way: move it elsewhere"
        case .other: "\(path) cannot be used: \(String(cString: strerror(errorNumber)))"
        }
    }
}
