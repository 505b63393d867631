import Foundation
import Testing

/// The project's own files, as text.
enum SourceTree {
    struct File: Sendable, CustomTestStringConvertible {
        /// From the top of the project: `Sources/DialerCore/RecordID.swift`.
        var path: String
        var text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var testDescription: String { path }

        /// The target it belongs to: `DialerCore`.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// - Parameter path: from the top of the project.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static let sources = files(below: "Sources", endingIn: ".swift")
    static let tests = files(below: "Tests", endingIn: ".swift")
    static let pages = files(below: "docs", endingIn: ".md")
    static let scripts = files(below: ".ci", endingIn: "")

    private static func files(below folder: String, endingIn suffix: String) -> [File] {
        let base = root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { name in
            let path = folder + "/" + name
            return File(path: path, text: (try? text(path)) ?? "")
        }
    }
}
