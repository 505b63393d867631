import Glibc

extension CampaignFolder {
    /// The entries of the folder now. Of two CSVs with the same stem, such as `a.csv` and `a.CSV`, the second is ignored
    /// until the first is gone.
    package func scan() throws(FolderError) -> FolderScan {
        try scan(try FileSystem.names(in: path))
    }

    /// The entry of one CSV, as a scan would report it.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - takesSettings: whether settings beside the CSV are part of the entry.
    /// - Returns: nil if there is no such file, or if a scan ignores its name.
    package func entry(ofCSV name: String, takesSettings: Bool) throws(FolderError) -> FolderEntry? {
        guard Kind(name) == .csv, try FileSystem.exists(filePath(name)) else { return nil }
        var names = [Array(name.utf8)]
        if takesSettings {
            names += try FileSystem.names(in: path).filter { bytes in
                let other = String(decoding: bytes, as: UTF8.self)
                return Kind(other) == .settings && Self.stem(other) == Self.stem(name)
            }
        }
        return try scan(names).entries.first { $0.csv != nil }
    }

    private static func stem(_ name: String) -> String {
        String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }

    private func scan(_ names: [[UInt8]]) throws(FolderError) -> FolderScan {
        var entries: [String: FolderEntry] = [:]
        var scan = FolderScan()
        for bytes in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let kind = Kind(String(decoding: bytes, as: UTF8.self)) else { continue }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                scan.unreadableNames.append(String(decoding: bytes, as: UTF8.self))
                continue
            }
            guard let status = try FileSystem.status(path + "/" + name) else { continue }
            let stem = Self.stem(name)
            var entry = entries[stem] ?? FolderEntry(name: stem, csv: nil, settings: nil)
            let isRegular = status.st_mode & S_IFMT == S_IFREG
            let file = FolderEntry.File(name: name, stamp: FileStamp(status), isRegular: isRegular)
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

        /// - Returns: nil for names that are ignored.
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
