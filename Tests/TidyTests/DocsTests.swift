import Testing

/// The pages of `docs/`: what a machine can check of them.
struct DocsTests {
    private static let longestLine = 140

    @Test func thereIsSomethingToCheck() throws {
        #expect(SourceTree.pages.count > 10)
        let architecture = try #require(SourceTree.pages.first { $0.path == "docs/architecture.md" })
        #expect(Self.files(namedIn: architecture.text).count > 15)
    }

    @Test(arguments: SourceTree.pages)
    func linesOfProseAreShort(page: SourceTree.File) {
        #expect(Self.longLines(of: page.text) == [])
    }

    @Test(arguments: SourceTree.pages)
    func namedSourceFilesExist(page: SourceTree.File) {
        let paths = Set((SourceTree.sources + SourceTree.tests).map(\.path))
        let missing = Self.files(namedIn: page.text).filter { !paths.contains($0) && !paths.contains("Sources/" + $0) }
        #expect(missing == [])
    }

    @Test func rules() {
        let long = String(repeating: "a", count: Self.longestLine + 1)
        #expect(Self.longLines(of: "short\n\(long)\n| \(long)\n```\n\(long)\n```\n\(long.dropLast())") == [2])
        let text = "`DialerCore/Mutant.swift`, `Package.swift`, DialerCore/Other.swift, `DialerStore/Schema`"
        #expect(Self.files(namedIn: text) == ["DialerCore/Mutant.swift"])
    }

    /// The numbers of the lines that are too long, without tables and blocks of code.
    private static func longLines(of text: String) -> [Int] {
        var isCode = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return zip(1..., lines).filter { _, line in
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
            return !isCode && !line.hasPrefix("|") && line.count > longestLine
        }
        .map { $0.0 }
    }

    /// Swift files in backticks, such as `DialerCore/Mutant.swift`.
    private static func files(namedIn text: String) -> [String] {
        text.split(separator: "`").map(String.init)
            .filter { $0.hasSuffix(".swift") && $0.contains("/") && !$0.contains(" ") }
    }
}
