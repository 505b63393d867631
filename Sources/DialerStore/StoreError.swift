import GRDB

/// What is wrong with the database, and what to do about it.
package enum StoreError: Error, Hashable, Sendable {
    case missing(path: String)
    /// Written by a newer version of dialerd.
    case newer(path: String)
    /// Not brought up to date yet: only the daemon migrates.
    case older(path: String)
    /// No copy of it could be kept before it would have been brought up to date.
    case notBackedUp(path: String, detail: String)
    /// Some other file.
    case foreign(path: String)
    case damaged(path: String, detail: String)
    case diskFull(path: String)
    /// Another program holds it.
    case locked(path: String)
    case notWritable(path: String, detail: String)
    /// The time for it was over.
    case interrupted(path: String)
    /// Reading or writing failed in another way, such as an I/O error.
    case failed(path: String, detail: String)

    /// Bound values never come along: they are phone numbers.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, detail: detail)
        case .SQLITE_INTERRUPT: self = .interrupted(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: self = .notWritable(path: path, detail: detail)
        default: self = .failed(path: path, detail: detail)
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no database at \(path): start the daemon once, or correct state_dir"
        case .newer(let path):
            "\(path) was written by a newer version of dialerd: install that version, or restore an older backup"
        case .older(let path):
            "\(path) was written by an older version of dialerd: start the daemon once, it brings the database up to date"
        case .notBackedUp(let path, let detail):
            "\(path) is of an older version of dialerd and stays as it is, because no backup of it can be kept (\(detail)): make room there, let the daemon's user write there, and start the daemon again"
        case .foreign(let path):
            "\(path) is no database of dialerd: name a file that dialerd backup has made"
        case .interrupted(let path):
            "\(path) could not be read in time: try again"
        case .damaged(let path, let detail):
            "\(path) is damaged (\(detail)): stop the daemon and restore the last backup"
        case .diskFull(let path):
            "the disk of \(path) is full: free some space; dialling goes on by itself"
        case .locked(let path):
            "\(path) is held by another program: end it; dialling goes on by itself"
        case .notWritable(let path, let detail):
            "\(path) cannot be opened (\(detail)): give the daemon's user read and write access to it and its folder"
        case .failed(let path, let detail):
            "\(path) cannot be read or written (\(detail)): look at the disk and at the kernel's log"
        }
    }
}
