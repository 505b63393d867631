import Foundation

/// CSV files as people and programs make them, each with the rows that a careful operator would expect.
///
/// `NAME.csv` is committed byte by byte. `NAME.expected` begins with lines with `#` that describe the file; then follow a line
/// for each row, in the format of ``Reading/lines``, or the sentences of the refusal.
enum Corpus {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    /// Every file's name without its ending, sorted.
    static let names = stems(of: "csv")
    static let expectations = stems(of: "expected")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name + ".csv")))
    }

    /// The expected lines, without comments.
    static func expectation(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name + ".expected"), encoding: .utf8)
            .split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map(String.init)
    }

    private static func stems(of pathExtension: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == pathExtension }
            .map { $0.deletingPathExtension().lastPathComponent }
            .sorted()
    }
}
