/// One value of a make-call argument, in the type in which the request's JSON carries it.
package enum ArgumentValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case flag(Bool)

    /// The value as a settings file or a CSV column would spell it.
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

/// A set of make-call arguments. Destinations with equal sets go into one request together.
package typealias CallArguments = [CallArgument: ArgumentValue]

extension CallArguments {
    package func text(_ argument: CallArgument) -> String? { self[argument]?.text }

    package func seconds(_ argument: CallArgument) -> Duration? {
        guard case .integer(let seconds) = self[argument] else { return nil }
        return .seconds(seconds)
    }

    /// How long after it begins to ring a call of these arguments may last at the most.
    ///
    /// Defaults and the cap of 24 hours: docs: call-api, "ring_timeout", "time_limit", "hangup_on_ring".
    package var longestFromRing: Duration {
        let ring = seconds(.ringTimeout) ?? CallArgument.plivoRingTimeout
        let talk = Swift.min(seconds(.timeLimit) ?? CallArgument.plivoTimeLimit, .seconds(86_400))
        guard let cutOff = seconds(.hangupOnRing) else { return ring + talk }
        return Swift.min(cutOff, ring + talk)
    }
}
