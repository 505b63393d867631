import DialerCore

/// What a CSV's columns mean.
struct CSVHeader {
    /// Every column's name, made unique, in the order of the file.
    private(set) var names: [String]
    /// The column of destinations.
    private(set) var destination: Int
    /// The columns that override a make-call argument.
    private(set) var arguments: [(column: Int, argument: CallArgument)]
    /// The column of the rows' own time zones.
    private(set) var timeZone: Int?

    /// Names of the column of destinations, in lower case (interface, section 5).
    static let destinationNames: Set<String> = ["to", "phone", "phone_number", "number", "mobile", "destination"]

    static func isDestination(_ name: String) -> Bool {
        destinationNames.contains(name.trimmedOfInvisible.lowercased())
    }

    /// - Throws: every reason for which the file can't be read by this header.
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
                "The header has no column named to, phone, phone_number, number, mobile or destination; it has: \(found)."
            )
        } else if chosen.count > 1 {
            let found = chosen.map { typed[$0] }.joined(separator: ", ")
            problems.append("The header has more than one column of destinations (\(found)): name the one to call to.")
        }
        arguments = []
        var seen: Set<CallArgument> = []
        for (column, name) in typed.enumerated() {
            guard let argument = CallArgument(rawValue: name.lowercased()) else { continue }
            if !seen.insert(argument).inserted {
                problems.append("The header has the column \(argument.rawValue) more than once: keep one.")
            }
            arguments.append((column, argument))
        }
        let zoned = typed.indices.filter { typed[$0].lowercased() == "timezone" }
        if zoned.count > 1 { problems.append("The header has the column timezone more than once: keep one.") }
        timeZone = zoned.first
        guard let first = chosen.first, problems.isEmpty else { throw FileRefusal(problems) }
        destination = first
        names = Self.unique(typed)
    }

    /// What a sentence shows of a name: its beginning, on one line.
    private static func excerpt(_ name: String) -> String {
        let characters = name.prefix(40).map { character in
            let isControl = character.unicodeScalars.first?.properties.generalCategory == .control
            return isControl || character.isNewline ? " " : character
        }
        return String(characters)
    }

    /// A column without a name becomes `column_3`, a second `city` becomes `city_2`: no column is lost.
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
