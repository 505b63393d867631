import Testing

/// `make check`: the style rules, on the whole tree. `RulesTests` checks the rules themselves.
struct TidyTests {
    /// A longer file should be two.
    private static let longestFile = 300

    @Test func thereIsSomethingToCheck() {
        #expect(SourceTree.sources.count > 50)
        #expect(SourceTree.tests.count > 10)
    }

    @Test(arguments: SourceTree.sources)
    func aModuleImportsOnlyWhatTheTableAllows(file: SourceTree.File) throws {
        let table = try ImportTable(markdown: SourceTree.text("docs/architecture.md"))
        let allowed = try #require(table[file.target], "docs/architecture.md lacks \(file.target)")
        #expect(Rules.importsBeyond(allowed, file.lines) == [])
    }

    @Test(arguments: Set(SourceTree.sources.map(\.target)).sorted())
    func aTargetDependsOnlyOnWhatTheTableAllows(target: String) throws {
        let table = try ImportTable(markdown: SourceTree.text("docs/architecture.md"))
        let manifest = Manifest(swift: try SourceTree.text("Package.swift"))
        let dependencies = try #require(manifest[target], "Package.swift lacks \(target)")
        #expect(dependencies.subtracting(table[target] ?? []) == [])
    }

    @Test(arguments: SourceTree.sources.filter { ["DialerCore", "DialerEngine"].contains($0.target) })
    func decisionsArePure(file: SourceTree.File) {
        #expect(Rules.impurities(file.lines) == [])
    }

    @Test(arguments: SourceTree.sources.filter { !["PlivoSimulator", "DialerSimulation"].contains($0.target) })
    func dialerdDoesWithoutICU(file: SourceTree.File) {
        #expect(Rules.needsOfICU(file.lines) == [])
    }

    @Test(arguments: SourceTree.sources + SourceTree.tests)
    func filesAreShort(file: SourceTree.File) {
        #expect(file.lines.count <= Self.longestFile)
    }

    @Test(arguments: SourceTree.sources)
    func nothingIsLeftOver(file: SourceTree.File) {
        #expect(Rules.leftOvers(file.lines) == [])
    }

    @Test(arguments: SourceTree.tests.filter { $0.target != "TidyTests" })
    func everyTestRunsAndNoneSleeps(file: SourceTree.File) {
        #expect(Rules.unmarkedTests(file.lines) == [])
        // The one place that has timers: it looks at other processes.
        if file.path != "Tests/TestSupport/Eventually.swift" { #expect(Rules.sleeps(file.lines) == []) }
        #expect(Rules.disabledTests(file.lines) == [])
    }
}
