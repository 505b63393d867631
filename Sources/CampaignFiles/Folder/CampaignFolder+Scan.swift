import Glibc

extension CampaignFolder {
    /// What lies in the folder now. Of two CSVs of one stem, such as `a.csv` and `a.CSV`, the second waits for the first
    /// to go.
    package func scan() throws(FolderError) -> FolderScan {
        var entries: [String: FolderEntry] = [:]
        var scan = FolderScan()
        for bytes in try FileSystem.names(in: path).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let kind = Kind(String(decoding: bytes, as: UTF8.self)) else { continue }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                scan.unreadableNames.append(String(decoding: bytes, as: UTF8.self))
                continue
            }
            guard let status = try FileSystem.status(path + "/" + name) else { continue }
            let stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
            var entry = entries[stem] ?? FolderEntry(name: stem, csv: nil, settings: nil)
            let file = FolderEntry.File(name: name, stamp: FileStamp(status))
            switch kind {
            case .csv where entry.csv == nil: entry.csv = file
            case .settings where entry.settings == nil: entry.settings = file
            case .csv: continue
            case .settings: entry.problems.append("Both \(stem).yaml and \(stem).yml are there: keep one.")
            }
            if let problem = Self.problem(with: status, name: name) { entry.problems.append(problem) }
            entries[stem] = entry
        }
        scan.entries = entries.values.sorted { $0.name < $1.name }
        for index in scan.entries.indices {
            guard let problem = CampaignName.problem(with: scan.entries[index].name) else { continue }
            scan.entries[index].problems.append(problem)
        }
        return scan
    }

    private enum Kind {
        case csv
        case settings

        /// Nil for names that are none of the folder's business.
        init?(_ name: String) {
            guard !name.hasPrefix("."), let dot = name.lastIndex(of: ".") else { return nil }
            switch name[dot...].lowercased() {
            case ".csv": self = .csv
            case ".yaml", ".yml": self = .settings
            default: return nil
            }
        }
    }

    private static func problem(with status: stat, name: String) -> String? {
        switch status.st_mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "\(name) is a directory: drop the file itself."
        case S_IFLNK: "\(name) is a symbolic link: copy or move the file itself."
        default: "\(name) is not a regular file: drop the file itself."
        }
    }
}
