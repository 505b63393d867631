/// Why a whole file is refused: complete sentences for `problems.txt`, each with what to do; never empty.
package struct FileRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package var problems: [String]

    package init(_ problems: [String]) {
        self.problems = problems
    }

    package init(_ problem: String) {
        self.init([problem])
    }

    /// One sentence a line.
    package var description: String { problems.joined(separator: "\n") }
}

/// The file is not what it was when it was opened: nothing of it may be kept, and it is worth another try.
package struct CampaignFileChanged: Error, Hashable, Sendable, CustomStringConvertible {
    package init() {}

    package var description: String { "The file changed while it was read." }
}
