import Testing

/// The table of mutants in docs/testing.md has every known-bad variant, and no other.
struct MutantTableTests {
    private static let declarations = [
        "Sources/DialerCore/Mutant.swift", "Sources/DialerSimulation/Daemon/DaemonMutant.swift",
    ]

    @Test func everyMutantIsInTheTable() throws {
        let cases = try Self.declarations.flatMap { Self.cases(of: try SourceTree.text($0)) }
        #expect(cases.count > 30)
        #expect(Set(Self.rows(of: try SourceTree.text("docs/testing.md"))) == Set(cases))
    }

    @Test func rules() {
        #expect(Self.cases(of: "    case one\n    case .two: break\n    // case three\n") == ["one"])
        #expect(Self.rows(of: "| `one` | wrong | 1 | broken |\n| `Two` | tests |\n`three`\n") == ["one"])
    }

    private static func cases(of swift: String) -> [String] {
        swift.matches(of: /(?m)^    case (\w+)$/).map { String($0.1) }
    }

    /// The first cells of the rows of four columns.
    private static func rows(of markdown: String) -> [String] {
        markdown.matches(of: /(?m)^\| `(\w+)` \|[^|\n]*\| \d+ \|[^|\n]*\|$/).map { String($0.1) }
    }
}
