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

    /// The documented type and range.
    package var rule: SettingForm<ArgumentValue> {
        switch self {
        case .from: .callerID
        case .answerURL, .ringURL, .hangupURL, .fallbackURL, .machineDetectionURL: .url
        case .answerMethod, .ringMethod, .hangupMethod, .fallbackMethod, .machineDetectionMethod: .method
        case .callerName: Self.name
        case .sendDigits: .digits
        case .sendOnPreanswer, .errorIfParentNotFound: Self.flag
        case .timeLimit, .hangupOnRing, .ringTimeout: Self.seconds
        case .machineDetection: .machineDetection
        case .machineDetectionTime: Self.milliseconds
        case .sipHeaders: .sipHeaders
        case .parentCallUUID: .uuid
        }
    }

    // Made only once, because every row of a contact list may need them.
    private static let name = SettingForm<ArgumentValue>.text(maxLength: 50)
    private static let flag = SettingForm.flag.map(ArgumentValue.flag)
    private static let seconds = SettingForm.integer(1...SettingForm.anyMost).map(ArgumentValue.integer)
    private static let milliseconds = SettingForm.integer(2000...10_000).map(ArgumentValue.integer)
}

extension CallArgument {
    /// Plivo's default if a request has no `ring_timeout` or `time_limit` (docs/plivo.md, "Making calls").
    package static let plivoRingTimeout = Duration.seconds(120)
    package static let plivoTimeLimit = Duration.seconds(14_400)
}

extension CallArgument: Codable, CodingKeyRepresentable {}
