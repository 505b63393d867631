/// The entries of the watched folder at one moment, sorted by name.
package struct FolderScan: Hashable, Sendable {
    package var entries: [FolderEntry]
    /// File names that are not UTF-8, with U+FFFD in place of invalid bytes. Such files are ignored until they are
    /// renamed.
    package var unreadableNames: [String]

    package init(entries: [FolderEntry] = [], unreadableNames: [String] = []) {
        self.entries = entries
        self.unreadableNames = unreadableNames
    }
}
