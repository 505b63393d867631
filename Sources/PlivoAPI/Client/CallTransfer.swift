import DialerCore
import Foundation

/// The XML with which the legs of a live call continue (docs/plivo.md, "Transferring").
package struct CallTransfer: Sendable {
    package struct Target: Sendable {
        package var url: String
        /// `GET` or `POST`.
        package var method: String

        package init(url: String, method: String = "POST") {
            self.url = url
            self.method = method
        }
    }

    package enum Legs: Sendable {
        /// The call itself.
        case a(Target)
        /// The party to which the call is bridged.
        case b(Target)
        case both(a: Target, b: Target)
    }

    package var legs: Legs

    package init(_ legs: Legs) {
        self.legs = legs
    }

    package func json() throws -> [UInt8] {
        let fields: [String: String] =
            switch legs {
            case .a(let a): ["legs": "aleg", "aleg_url": a.url, "aleg_method": a.method]
            case .b(let b): ["legs": "bleg", "bleg_url": b.url, "bleg_method": b.method]
            case .both(let a, let b):
                [
                    "legs": "both", "aleg_url": a.url, "aleg_method": a.method, "bleg_url": b.url,
                    "bleg_method": b.method,
                ]
            }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(fields))
    }
}
