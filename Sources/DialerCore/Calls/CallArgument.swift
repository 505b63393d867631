/// Every argument of Plivo's make-call request except `to`, under its API name (docs/plivo.md, "Making calls").
///
/// The names are the keys of a settings file, the headers of CSV columns that override them, and the keys of the
/// request's JSON; ``rule`` gives each its documented type and range.
package enum CallArgument: String, CaseIterable, Hashable, Sendable {
    case from
    case answerURL = "answer_url"
    case answerMethod = "answer_method"
    case ringURL = "ring_url"
    case ringMethod = "ring_method"
    case hangupURL = "hangup_url"
    case hangupMethod = "hangup_method"
    case fallbackURL = "fallback_url"
    case fallbackMethod = "fallback_method"
    case callerName = "caller_name"
    case sendDigits = "send_digits"
    case sendOnPreanswer = "send_on_preanswer"
    case timeLimit = "time_limit"
    case hangupOnRing = "hangup_on_ring"
    case machineDetection = "machine_detection"
    case machineDetectionTime = "machine_detection_time"
    case machineDetectionURL = "machine_detection_url"
    case machineDetectionMethod = "machine_detection_method"
    case sipHeaders = "sip_headers"
    case ringTimeout = "ring_timeout"
    case parentCallUUID = "parent_call_uuid"
    case errorIfParentNotFound = "error_if_parent_not_found"

    /// The documented type and range of an argument.
    package enum Rule: Sendable {
        /// A caller ID: country code and number, as a string of digits.
        case callerID
        /// An absolute `http` or `https` URL.
        case url
        /// `GET` or `POST`.
        case method
        /// Text of at most so many characters.
        case text(maxLength: Int)
        /// DTMF: `0-9 * # A-D`, `w` and `W` for pauses, `@` and milliseconds at the end.
        case digits
        /// `true` or `false`.
        case flag
        /// A whole number in a range; the unit is part of the argument's documentation.
        case integer(ClosedRange<Int>)
        /// `true` or `hangup`.
        case machineDetection
        /// `key=value,…` of letters and digits.
        case sipHeaders
        case uuid
    }

    package var rule: Rule {
        switch self {
        case .from: .callerID
        case .answerURL, .ringURL, .hangupURL, .fallbackURL, .machineDetectionURL: .url
        case .answerMethod, .ringMethod, .hangupMethod, .fallbackMethod, .machineDetectionMethod: .method
        case .callerName: .text(maxLength: 50)
        case .sendDigits: .digits
        case .sendOnPreanswer, .errorIfParentNotFound: .flag
        case .timeLimit, .hangupOnRing, .ringTimeout: .integer(1...Int(Int32.max))
        case .machineDetection: .machineDetection
        case .machineDetectionTime: .integer(2000...10_000)
        case .sipHeaders: .sipHeaders
        case .parentCallUUID: .uuid
        }
    }
}

extension CallArgument {
    /// What Plivo takes where a request leaves `ring_timeout` and `time_limit` out (docs/plivo.md, "Making calls").
    package static let plivoRingTimeout = Duration.seconds(120)
    package static let plivoTimeLimit = Duration.seconds(14_400)
}

extension CallArgument: Codable, CodingKeyRepresentable {}
