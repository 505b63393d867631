/// The files in the watched folder that have the same stem: a CSV, a settings file, or both.
package struct FolderEntry: Hashable, Sendable {
    /// One file of an entry.
    package struct File: Hashable, Sendable {
        /// The file's name in the folder, such as `spring.csv`.
        package var name: String
        package var stamp: FileStamp
        /// False for a directory or a symbolic link, for example. Nothing waits for such a file to be written; the file
        /// is refused.
        package var isRegular: Bool

        package init(name: String, stamp: FileStamp, isRegular: Bool = true) {
            self.name = name
            self.stamp = stamp
            self.isRegular = isRegular
        }
    }

    /// The stem, which becomes the campaign's name.
    package var name: String
    package var csv: File?
    package var settings: File?
    /// Why the entry cannot be a campaign, whatever its files contain: sentences for `problems.txt`.
    package var problems: [String]

    package init(name: String, csv: File?, settings: File?, problems: [String] = []) {
        self.name = name
        self.csv = csv
        self.settings = settings
        self.problems = problems
    }

    var files: [File] { [csv, settings].compactMap(\.self) }
}
