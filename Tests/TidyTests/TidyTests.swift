import Testing

/// `make check`: the house's rules, on the whole tree. `RulesTests` checks the rules themselves.
struct TidyTests {
    /// Longer files want to be two rooms.
    private static let longestFile = 300

    @Test func thereIsSomethingToCheck() {
        #expect(SourceTree.sources.count > 50)
        #expect(SourceTree.tests.count > 10)
    }

    @Test(arguments: SourceTree.sources)
    func aRoomImportsOnlyWhatTheTableAllows(file: SourceTree.File) throws {
        let allowed = try #require(Rules.imports[file.target], "\(file.target) is missing in the import table")
        #expect(Rules.importsBeyond(allowed, file.lines) == [])
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
        #expect(Rules.sleeps(file.lines) == [])
        #expect(Rules.disabledTests(file.lines) == [])
    }
}
