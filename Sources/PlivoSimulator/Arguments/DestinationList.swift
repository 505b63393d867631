import Foundation

/// The `to` argument: one destination, or several with `<` between them (docs/plivo.md, "Bulk requests and uuids").
package struct DestinationList: Sendable {
    /// The documented number of unique destinations.
    private static let maximum = 1000

    /// In the order given. A destination that is given twice is called once. `+1415…` and `1415…` are two destinations,
    /// because Plivo is reported to dial both.
    package let destinations: [Destination]
    /// Whether the response has an array of uuids: it has an array whenever `to` contains a `<`.
    package let isBulk: Bool

    package init(reading arguments: ArgumentReader) throws(BadRequest) {
        let text = try arguments.requiredString("to")
        isBulk = text.contains("<")
        var seen: Set<String> = []
        var destinations: [Destination] = []
        for item in text.split(separator: "<", omittingEmptySubsequences: false) {
            // Samples of Plivo have blanks after the `<`.
            let item = item.trimmingCharacters(in: .whitespacesAndNewlines)
            guard let destination = Destination(item) else { throw .invalid("to") }
            if seen.insert(item).inserted { destinations.append(destination) }
        }
        guard destinations.count <= Self.maximum else {
            throw BadRequest("to parameter is invalid. At most \(Self.maximum) unique destinations are allowed.")
        }
        self.destinations = destinations
    }
}
