import DialerCore

/// The header row of a CSV: the meaning of each column (docs/csv.md, "Columns").
package struct CSVHeader {
    /// The names by which the column of destinations is recognized, in lower case. A new alias is added here.
    private static let destinationNames = ["to", "phone", "phone_number", "number", "mobile", "destination"]

    /// `to, phone, … or destination`.
    package static let destinationNamesText =
        destinationNames.dropLast().joined(separator: ", ") + " or " + (destinationNames.last ?? "")

    /// The names of all columns, made unique, in the order of the file.
    let names: [String]
    /// The index of the column of destinations.
    let destination: Int
    /// The columns that override an argument of the make-call request.
    let arguments: [(column: Int, argument: CallArgument)]
    /// The index of the column with the rows' own time zones.
    let timeZone: Int?

    static func isDestination(_ name: String) -> Bool {
        destinationNames.contains(name.trimmedOfInvisible.lowercased())
    }

    /// - Throws: every problem of the header.
    init(_ fields: [String], limits: CSVLimits) throws(FileRefusal) {
        let typed = fields.map(\.trimmedOfInvisible)
        var problems: [String] = []
        if typed.count > limits.columns {
            throw FileRefusal("The header has \(typed.count) columns: at most \(limits.columns) are read.")
        }
        let candidates = typed.indices.filter { Self.isDestination(typed[$0]) }
        let exact = candidates.filter { typed[$0].lowercased() == "to" }
        let chosen = exact.isEmpty ? candidates : exact
        if chosen.isEmpty {
            let found = typed.prefix(20).map(Self.excerpt).joined(separator: ", ")
            problems.append(
                "The header has no column named \(Self.destinationNamesText); it has: \(found)."
            )
        } else if chosen.count > 1 {
            let found = chosen.map { typed[$0] }.joined(separator: ", ")
            problems.append(
                "The header has more than one column of destinations (\(found)): rename all but the one to be called."
            )
        }
        var arguments: [(column: Int, argument: CallArgument)] = []
        for (column, name) in typed.enumerated() {
            guard let argument = CallArgument(rawValue: name.lowercased()) else { continue }
            if arguments.contains(where: { $0.argument == argument }) {
                problems.append("The header has the column \(argument.rawValue) more than once: keep one.")
            }
            arguments.append((column, argument))
        }
        let zoned = typed.indices.filter { typed[$0].lowercased() == "timezone" }
        if zoned.count > 1 { problems.append("The header has the column timezone more than once: keep one.") }
        guard let first = chosen.first, problems.isEmpty else { throw FileRefusal(problems) }
        destination = first
        timeZone = zoned.first
        self.arguments = arguments
        names = Self.unique(typed)
    }

    /// The beginning of a name, on one line.
    private static func excerpt(_ name: String) -> String {
        let characters = name.prefix(40).map { character in
            let isControl = character.unicodeScalars.first?.properties.generalCategory == .control
            return isControl || character.isNewline ? " " : character
        }
        return String(characters)
    }

    /// Names the third column `column_3` if it has no name, and a second `city` `city_2`.
    private static func unique(_ typed: [String]) -> [String] {
        var taken = Set(typed)
        var used: Set<String> = []
        return typed.enumerated().map { index, name in
            let base = name.isEmpty ? "column_\(index + 1)" : name
            if !name.isEmpty, used.insert(name).inserted { return name }
            var candidate = base
            var number = 1
            while taken.contains(candidate) {
                number += 1
                candidate = "\(base)_\(number)"
            }
            taken.insert(candidate)
            return candidate
        }
    }

    /// The names of all columns but the destination.
    var valueNames: [String] {
        names.indices.filter { $0 != destination }.map { names[$0] }
    }
}
