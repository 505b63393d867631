import Glibc

/// Operations on files and directories. Their errors are sentences for people.
enum FileSystem {
    /// - Returns: nil if nothing exists at the path. A symbolic link is not followed.
    static func status(_ path: String) throws(FolderError) -> stat? {
        var status = stat()
        if lstat(path, &status) == 0 { return status }
        if errno == ENOENT { return nil }
        throw FolderError(path: path, errno: errno)
    }

    static func exists(_ path: String) throws(FolderError) -> Bool {
        try status(path) != nil
    }

    static func isDirectory(_ path: String) throws(FolderError) -> Bool {
        try status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// Creates a directory with mode 0750 unless it exists.
    static func makeDirectory(_ path: String) throws(FolderError) {
        if mkdir(path, 0o750) == 0 { return }
        let code = errno
        guard code == EEXIST, try isDirectory(path) else { throw FolderError(path: path, errno: code) }
    }

    /// The names in a directory, without `.` and `..`, as bytes: they need not be UTF-8.
    static func names(in directory: String) throws(FolderError) -> [[UInt8]] {
        guard let stream = opendir(directory) else { throw FolderError(path: directory, errno: errno) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FolderError(path: directory, errno: errno) }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
    }

    /// Renames a file or a directory, within one file system. Nothing may exist at the target; since only one daemon works on
    /// a folder, nothing appears there between the check and the rename.
    static func move(_ path: String, to target: String) throws(FolderError) {
        if try exists(target) { throw FolderError(path: target, errno: EEXIST) }
        guard rename(path, target) == 0 else { throw FolderError(path: errno == EXDEV ? target : path, errno: errno) }
    }

    /// Sets the mode of a regular file to 0640, if the file belongs to this user.
    static func restrict(_ path: String) throws(FolderError) {
        guard let status = try status(path), status.st_mode & S_IFMT == S_IFREG else { return }
        _ = chmod(path, 0o640)
    }

    static func removeTree(_ path: String) throws(FolderError) {
        guard let status = try status(path) else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in try names(in: path) { try removeTree(path + "/" + String(decoding: name, as: UTF8.self)) }
            guard rmdir(path) == 0 || errno == ENOENT else { throw FolderError(path: path, errno: errno) }
        } else {
            guard unlink(path) == 0 || errno == ENOENT else { throw FolderError(path: path, errno: errno) }
        }
    }

    /// Makes a directory's entries durable.
    static func sync(directory: String) throws(FolderError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FolderError(path: directory, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FolderError(path: directory, errno: errno) }
    }

    /// Writes a file with mode 0640 under a temporary name, makes it durable and renames it, so that it is never incomplete.
    static func write(_ bytes: [UInt8], to path: String) throws(FolderError) {
        let temporary = path + ".tmp"
        try removeTree(temporary)
        let file = try OutputFile(path: temporary)
        try file.write(bytes)
        try file.finish(as: path)
    }
}
