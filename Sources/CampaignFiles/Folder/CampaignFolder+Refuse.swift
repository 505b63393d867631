import Glibc

extension CampaignFolder {
    /// Moves an entry to `rejected/NAME/`, with a `problems.txt`.
    ///
    /// Calling it again after a crash makes no second folder: a folder that has only `problems.txt` is used again.
    ///
    /// - Parameter problems: one sentence each.
    /// - Returns: the folder's path.
    @discardableResult
    package func refuse(_ entry: FolderEntry, problems: [String]) throws(FolderError) -> String {
        let name = try CampaignName.free(CampaignName.sanitized(entry.name), isTaken: isRejected)
        let target = rejectedPath + "/" + name
        try FileSystem.makeDirectory(target)
        try FileSystem.write(Array(problems.map { $0 + "\n" }.joined().utf8), to: target + "/" + Self.problemsName)
        try FileSystem.sync(directory: rejectedPath)
        // The settings are moved last: after a crash in between, a CSV without its settings could be imported with the
        // defaults.
        for (file, ending) in [(entry.csv, ".csv"), (entry.settings, ".yaml")] {
            guard let file, try FileSystem.exists(filePath(file.name)) else { continue }
            try FileSystem.move(filePath(file.name), to: target + "/" + name + ending)
            try FileSystem.restrict(target + "/" + name + ending)
        }
        try FileSystem.sync(directory: target)
        try FileSystem.sync(directory: path)
        return target
    }

    private static let problemsName = "problems.txt"

    /// Whether `rejected/NAME` is taken: by a folder with users' files, or by anything that is not a folder.
    private func isRejected(_ name: String) throws(FolderError) -> Bool {
        let path = rejectedPath + "/" + name
        guard try FileSystem.isDirectory(path) else { return try FileSystem.exists(path) }
        return try FileSystem.names(in: path).contains {
            !String(decoding: $0, as: UTF8.self).hasPrefix(Self.problemsName)
        }
    }
}
