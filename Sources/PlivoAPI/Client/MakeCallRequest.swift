package import DialerCore
import Foundation

/// One make-call request (docs/plivo.md, "Making calls").
package struct MakeCallRequest: Sendable {
    /// Digits only.
    package var from: String
    /// 1 to 1000, without duplicates.
    package var destinations: [Destination]
    /// If they contain `from`, the property ``from`` is sent instead.
    package var arguments: CallArguments

    package init(from: String, destinations: [Destination], arguments: CallArguments) {
        self.from = from
        self.destinations = destinations
        self.arguments = arguments
    }

    /// The request's body: whole numbers as numbers, flags as booleans, destinations joined by `<`, keys sorted.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(fields))
    }

    /// The JSON's fields.
    package var fields: [String: ArgumentValue] {
        var fields = Dictionary(uniqueKeysWithValues: arguments.map { ($0.key.rawValue, $0.value) })
        fields[CallArgument.from.rawValue] = .text(from)
        fields["to"] = .text(destinations.map(\.text).joined(separator: "<"))
        return fields
    }
}
