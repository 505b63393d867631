import GRDB

/// What is wrong with a database. The description is a sentence that also says what to do.
package enum StoreError: Error, Hashable, Sendable {
    case missing(path: String)
    /// Written by a newer version of dialerd.
    case newer(path: String)
    /// Written by an older version of dialerd; only the daemon migrates it.
    case older(path: String)
    /// It has not been migrated, because no copy of its old state could be made.
    case notBackedUp(path: String, detail: String)
    /// Not a database of dialerd.
    case foreign(path: String)
    case damaged(path: String, detail: String)
    case diskFull(path: String)
    /// Another program holds a lock on it.
    case locked(path: String)
    case notWritable(path: String, detail: String)
    /// It could not be read within the time limit.
    case interrupted(path: String)
    /// Reading or writing failed in another way, such as an I/O error.
    case failed(path: String, detail: String)

    /// Runs `body`. An error of SQLite is thrown as a ``StoreError`` about the database at `path`.
    static func about<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// The error's bound values are phone numbers, so they are left out.
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
            "\(path) was written by an older version of dialerd: start the daemon once, which brings the database up to date"
        case .notBackedUp(let path, let detail):
            "\(path) was written by an older version of dialerd and is left as it is, because no backup of it can be made (\(detail)): make room there, let the daemon's user write there, and start the daemon again"
        case .foreign(let path):
            "\(path) is not a database of dialerd: name a file that dialerd backup has made"
        case .interrupted(let path):
            "\(path) could not be read in time: try again"
        case .damaged(let path, let detail):
            "\(path) is damaged (\(detail)): stop the daemon and restore the last backup"
        case .diskFull(let path):
            "the disk of \(path) is full: free some space; dialing continues by itself"
        case .locked(let path):
            "\(path) is locked by another program: end that program; dialing continues by itself"
        case .notWritable(let path, let detail):
            "\(path) cannot be opened (\(detail)): give the daemon's user read and write access to it and its folder"
        case .failed(let path, let detail):
            "\(path) cannot be read or written (\(detail)): look at the disk and at the kernel's log"
        }
    }
}
