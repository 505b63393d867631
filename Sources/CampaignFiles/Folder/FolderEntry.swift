/// What lies in the watched folder under one stem: a CSV, a settings file, or both.
package struct FolderEntry: Hashable, Sendable {
    /// One file of an entry.
    package struct File: Hashable, Sendable {
        /// Its name in the folder: `spring.csv`.
        package var name: String
        package var stamp: FileStamp

        package init(name: String, stamp: FileStamp) {
            self.name = name
            self.stamp = stamp
        }
    }

    /// The stem, which becomes the campaign's name.
    package var name: String
    package var csv: File?
    package var settings: File?
    /// Why this can be no campaign whatever the files hold: sentences for `problems.txt`.
    package var problems: [String]

    package init(name: String, csv: File?, settings: File?, problems: [String] = []) {
        self.name = name
        self.csv = csv
        self.settings = settings
        self.problems = problems
    }

    var files: [File] { [csv, settings].compactMap(\.self) }
}

/// What a look into the watched folder found, sorted by name.
package struct FolderScan: Hashable, Sendable {
    package var entries: [FolderEntry]
    /// Names that aren't UTF-8, as far as they can be shown: nothing can be done with them until they are renamed.
    package var unreadableNames: [String]

    package init(entries: [FolderEntry] = [], unreadableNames: [String] = []) {
        self.entries = entries
        self.unreadableNames = unreadableNames
    }
}
