package import DialerCore
import Foundation

/// One make-call request (docs: call-api, "Make an outbound call").
package struct MakeCallRequest: Sendable {
    /// Digits only.
    package var from: String
    /// 1 to 1000, none twice.
    package var destinations: [Destination]
    /// `from` among them, if it is, gives way to ``from``.
    package var arguments: CallArguments

    package init(from: String, destinations: [Destination], arguments: CallArguments) {
        self.from = from
        self.destinations = destinations
        self.arguments = arguments
    }

    /// The request's JSON: whole numbers as numbers, flags as booleans, the destinations joined by `<`; keys sorted.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(fields))
    }

    /// What the JSON consists of.
    package var fields: [String: ArgumentValue] {
        var fields = Dictionary(uniqueKeysWithValues: arguments.map { ($0.key.rawValue, $0.value) })
        fields[CallArgument.from.rawValue] = .text(from)
        fields["to"] = .text(destinations.map(\.text).joined(separator: "<"))
        return fields
    }
}
