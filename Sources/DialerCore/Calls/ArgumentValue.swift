/// The value of one make-call argument, with its type in the request's JSON.
package enum ArgumentValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case flag(Bool)

    /// The value as it is written in a settings file or a CSV column.
    package var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): String(flag)
        }
    }
}

extension ArgumentValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        }
    }
}

/// A set of make-call arguments. Destinations with equal sets can share a request.
package typealias CallArguments = [CallArgument: ArgumentValue]

extension CallArguments {
    package func text(_ argument: CallArgument) -> String? { self[argument]?.text }

    package func seconds(_ argument: CallArgument) -> Duration? {
        guard case .integer(let seconds) = self[argument] else { return nil }
        return .seconds(seconds)
    }

    /// The longest time that a call with these arguments can last from its first ring on. The defaults and the cap of
    /// 24 hours are Plivo's (docs/plivo.md, "Making calls").
    package var longestFromRing: Duration {
        let ring = seconds(.ringTimeout) ?? CallArgument.plivoRingTimeout
        let talk = Swift.min(seconds(.timeLimit) ?? CallArgument.plivoTimeLimit, .seconds(86_400))
        guard let cutOff = seconds(.hangupOnRing) else { return ring + talk }
        return Swift.min(cutOff, ring + talk)
    }
}
