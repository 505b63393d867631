/// Why a whole file is refused: sentences for `problems.txt`, each with a remedy (docs/csv.md, "problems.txt").
package struct FileRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    package var problems: [String]

    package init(_ problems: [String]) {
        self.problems = problems
    }

    package init(_ problem: String) {
        self.init([problem])
    }

    /// Each sentence on a line of its own.
    package var description: String { problems.joined(separator: "\n") }
}
