/// The `to` argument: one destination, or several with `<` between them.
package struct DestinationList: Equatable, Sendable {
    /// Documented: at most 1000 unique destinations.
    package static let maximum = 1000

    /// In the order given. A destination that is given twice is called once; `+1415…` and `1415…` are two, because
    /// Plivo is said to dial both.
    package let destinations: [Destination]
    /// Whether the answer is an array: it is as soon as there is a `<`.
    package let isBulk: Bool

    package init(reading arguments: ArgumentReader) throws(ArgumentProblem) {
        let text = try arguments.requiredString("to")
        isBulk = text.utf8.contains(UInt8(ascii: "<"))
        var seen: Set<Substring> = []
        var destinations: [Destination] = []
        for item in text.split(separator: "<", omittingEmptySubsequences: false) {
            let trimmed = item.drop { $0 == " " }
            guard let destination = Destination(trimmed) else { throw .invalid("to") }
            let end = trimmed.lastIndex { $0 != " " } ?? trimmed.startIndex
            if seen.insert(trimmed[...end]).inserted { destinations.append(destination) }
        }
        guard destinations.count <= Self.maximum else {
            throw ArgumentProblem("to parameter is invalid. At most \(Self.maximum) unique destinations are allowed.")
        }
        self.destinations = destinations
    }
}
