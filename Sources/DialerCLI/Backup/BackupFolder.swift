import DialerCore
import DialerStore
import Foundation
import Glibc

/// A folder of backups, each named after its time.
struct BackupFolder {
    /// Without a slash at the end.
    let path: String

    /// - Parameter isIntended: whether a path that does not exist yet is meant as a folder even without a slash at its
    ///   end.
    /// - Returns: nil if the path names a file, or will name one.
    init?(_ path: String, isIntended: Bool) {
        var status = stat()
        let isFolder = stat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFDIR : isIntended
        guard isFolder || path.hasSuffix("/") else { return nil }
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Creates the folder unless it exists, with the owner, the group and the permissions of the state directory.
    func create(like stateDirectory: String) throws(Failure) {
        var model = stat()
        guard stat(stateDirectory, &model) == 0 else { return }
        guard mkdir(path, 0o700) == 0 else {
            if errno == EEXIST { return }
            throw Failure(
                "\(path) cannot be created (\(String(cString: strerror(errno)))): "
                    + "name a folder in one that you may write to"
            )
        }
        // Meanwhile another user may have replaced the folder by a link.
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        // Only root can change the owner. The mode is set last, because changing the owner clears bits of the mode.
        _ = fchown(folder, model.st_uid, model.st_gid)
        fchmod(folder, model.st_mode & 0o2770)
    }

    func file(at moment: WallTime) -> String { path + "/" + BackupName(at: moment).fileName }

    /// Removes all but the newest backups, and part files of interrupted backups. Files with other names are not
    /// touched.
    ///
    /// - Parameter new: the backup that has just been made. It is kept even if the clock has been set back.
    /// - Returns: the number of removed backups.
    func prune(keeping count: Int, except new: String) throws(Failure) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        names.filter { $0.hasSuffix(".part") && BackupName(String($0.dropLast(5))) != nil }.forEach(removePartFile)
        let surplus = BackupName.surplus(in: names, keeping: count).filter { path + "/" + $0.fileName != new }
        for name in surplus where unlink(path + "/" + name.fileName) != 0 {
            throw Failure(
                "the backup is complete, but the old \(path)/\(name.fileName) cannot be removed "
                    + "(\(String(cString: strerror(errno)))): remove it, or correct the folder's owner and mode"
            )
        }
        return surplus.count
    }

    /// Does nothing while a running command holds the file's lock.
    private func removePartFile(_ name: String) {
        let descriptor = open(path + "/" + name, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
        unlink(path + "/" + name)
        unlink(path + "/" + name + "-journal")
    }
}
