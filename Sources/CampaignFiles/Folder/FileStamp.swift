import Glibc

/// Properties of a file that reveal a change without reading the content.
package struct FileStamp: Hashable, Sendable {
    package var inode: UInt64
    /// In bytes.
    package var size: Int64
    /// The time of the last change, in nanoseconds since 1970.
    package var modified: Int64

    package init(inode: UInt64, size: Int64, modified: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
    }

    init(_ status: stat) {
        self.init(
            inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        )
    }
}
