/// The table of modules in `docs/architecture.md`, the one place that says what a module may import.
///
/// A row is `| module | what belongs there | modules it may import | libraries it may import |`; names stand in backticks.
struct ImportTable {
    /// A row that has not four cells, or a name without backticks; lines count from 1.
    struct Unreadable: Error, Equatable {
        var line: Int
    }

    private var allowed: [String: Set<String>] = [:]

    init(markdown: String) throws(Unreadable) {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let header = lines.firstIndex { $0.hasPrefix("| module |") } ?? lines.endIndex
        for (index, line) in zip(lines.indices, lines).dropFirst(header + 2).prefix(while: { $0.1.hasPrefix("|") }) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 6, let module = Self.names(cells[1])?.first, let modules = Self.names(cells[3]),
                let libraries = Self.names(cells[4])
            else { throw Unreadable(line: index + 1) }
            allowed[module] = Set(modules + libraries)
        }
    }

    /// Nil for a module without a row.
    subscript(module: String) -> Set<String>? { allowed[module] }

    /// Nil unless each name has its backticks.
    private static func names(_ cell: Substring) -> [String]? {
        let words = cell.split { $0 == "," || $0 == " " }
        guard words.allSatisfy({ $0.wholeMatch(of: /`[\w-]+`/) != nil }) else { return nil }
        return words.map { String($0.dropFirst().dropLast()) }
    }
}
