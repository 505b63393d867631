import DialerCore
import DialerStore
import Foundation
import Glibc

/// A folder of backups, each named after its moment.
struct BackupFolder {
    /// Without a slash at the end.
    let path: String

    /// - Parameter isMeant: a path that does not exist yet is meant as a folder, too.
    /// - Returns: nil if the path is, or will be, that of a file.
    init?(_ path: String, isMeant: Bool) {
        var status = stat()
        let isFolder = stat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFDIR : isMeant
        guard isFolder || path.hasSuffix("/") else { return nil }
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Makes it if it is not there, for whom the state directory is for: its owner, and its group.
    func prepare(like stateDirectory: String) throws(Failure) {
        var model = stat()
        guard stat(stateDirectory, &model) == 0 else { return }
        guard mkdir(path, 0o700) == 0 else {
            if errno == EEXIST { return }
            throw Failure("\(path) cannot be made (\(String(cString: strerror(errno)))): name a folder in one of yours")
        }
        // What stands there now may be another's link.
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        // Only root can give it away. The mode comes last: a change of owner takes bits away.
        _ = fchown(folder, model.st_uid, model.st_gid)
        fchmod(folder, model.st_mode & 0o2770)
    }

    func file(at moment: WallTime) -> String { path + "/" + BackupName(at: moment).fileName }

    /// Removes all but the newest, and what backups that were broken off have left. Nothing of another name is touched, nor the
    /// file that has just been made, whatever the clock says.
    ///
    /// - Returns: how many.
    func prune(keeping count: Int, sparing new: String) throws(Failure) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        names.filter { $0.hasSuffix(".part") && BackupName(String($0.dropLast(5))) != nil }.forEach(removeBrokenOff)
        let surplus = BackupName.surplus(in: names, keeping: count).filter { path + "/" + $0.fileName != new }
        for name in surplus where unlink(path + "/" + name.fileName) != 0 {
            throw Failure(
                "the backup is made, but \(path)/\(name.fileName), which is too many, cannot be removed "
                    + "(\(String(cString: strerror(errno)))): remove it, or look at the folder's owner and mode"
            )
        }
        return surplus.count
    }

    /// Unless a command is at it, which holds its lock.
    private func removeBrokenOff(_ name: String) {
        let descriptor = open(path + "/" + name, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
        unlink(path + "/" + name)
        unlink(path + "/" + name + "-journal")
    }
}
