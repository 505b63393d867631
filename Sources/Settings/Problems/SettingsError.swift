/// Every problem of a settings file at once, in the order of the file; never empty.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    package var problems: [SettingsProblem]

    package init(_ problems: [SettingsProblem]) {
        self.problems = problems.sorted { $0.rank < $1.rank }
    }

    /// Whether the only problem is that this user may not read the files.
    package var isDenied: Bool { problems.allSatisfy(\.isDenied) }

    /// Each problem on a line of its own.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

extension SettingsProblem {
    /// Lines in their order, then missing keys, then the environment.
    fileprivate var rank: (Int, Int, String) {
        switch origin {
        case .line(let line): (0, line, key)
        case .file: (1, 0, key)
        case .variable(let name): (2, 0, name)
        }
    }
}
