/// Why a call ended (docs/plivo.md, "Hangup causes"). Only the causes that the simulator can bring about.
package enum HangupCause: Int, Sendable {
    case unknown = 0
    case canceled = 1000
    case invalidDestination = 2000
    case outOfService = 2010
    case noAnswer = 3000
    case busyLine = 3010
    case rejected = 3020
    case unallocatedNumber = 3050
    case carrierError = 3080
    case carrierCongestion = 3090
    case busyEverywhere = 3100
    case declined = 3110
    case normalHangup = 4000
    case endOfXML = 4010
    case networkError = 5000
    case internalError = 5010
    case scheduledHangup = 6000
    case ringTimeout = 6010
    case answerURLUnreachable = 7011
    case transferURLUnreachable = 7013
    case answerXMLInvalid = 8011
    case transferXMLInvalid = 8013
    case machineDetected = 9100

    /// - name: `HangupCauseName` in callbacks, `hangup_cause_name` in CDRs.
    /// - network: `HangupCause` of the hangup callback: the cause as the telephone network names it. Captures show
    ///   NORMAL_CLEARING (4000, 4010) and USER_BUSY (3010). The other names are known too, but which code has which
    ///   name is inferred from the meaning.
    /// - status: `CallStatus` of the hangup callback, and outcome: both of a call that was not answered. Plivo's page
    ///   "Call" says that the status is always `completed`; a capture and other pages show more values, which are used
    ///   here (docs/plivo.md, "Callbacks").
    private var facts: (name: String, network: String, status: String, outcome: Outcome) {
        switch self {
        case .unknown: ("Unknown", "NORMAL_CLEARING", "cancel", .failed)
        case .canceled: ("Canceled", "ORIGINATOR_CANCEL", "cancel", .cancelled)
        case .invalidDestination: ("Invalid Destination Address", "UNALLOCATED_NUMBER", "failed", .failed)
        case .outOfService: ("Destination Out Of Service", "NETWORK_OUT_OF_ORDER", "failed", .failed)
        case .noAnswer: ("No Answer", "NO_ANSWER", "no-answer", .noAnswer)
        case .busyLine: ("Busy Line", "USER_BUSY", "busy", .busy)
        case .rejected: ("Rejected", "CALL_REJECTED", "busy", .rejected)
        case .unallocatedNumber: ("Unallocated number", "UNALLOCATED_NUMBER", "failed", .failed)
        case .carrierError: ("Internal server error from carrier", "NETWORK_OUT_OF_ORDER", "failed", .failed)
        case .carrierCongestion: ("Network congestion from carrier", "NETWORK_OUT_OF_ORDER", "failed", .failed)
        case .busyEverywhere: ("Busy everywhere", "USER_BUSY", "busy", .busy)
        case .declined: ("Declined", "CALL_REJECTED", "busy", .rejected)
        case .normalHangup: ("Normal Hangup", "NORMAL_CLEARING", "failed", .failed)
        case .endOfXML: ("End Of XML Instructions", "NORMAL_CLEARING", "failed", .failed)
        case .networkError: ("Network Error", "NETWORK_OUT_OF_ORDER", "failed", .failed)
        case .internalError: ("Internal Error", "NETWORK_OUT_OF_ORDER", "failed", .failed)
        case .scheduledHangup: ("Scheduled Hangup", "NORMAL_CLEARING", "timeout", .failed)
        case .ringTimeout: ("Ring Timeout Reached", "NO_ANSWER", "timeout", .noAnswer)
        case .answerURLUnreachable: ("Error Reaching Answer URL", "NORMAL_CLEARING", "failed", .failed)
        case .transferURLUnreachable: ("Error Reaching Transfer URL", "NORMAL_CLEARING", "failed", .failed)
        case .answerXMLInvalid: ("Invalid Answer XML", "NORMAL_CLEARING", "failed", .failed)
        case .transferXMLInvalid: ("Invalid Transfer XML", "NORMAL_CLEARING", "failed", .failed)
        case .machineDetected: ("Machine Detected", "NORMAL_CLEARING", "failed", .failed)
        }
    }

    var name: String { facts.name }

    var networkName: String { facts.network }

    func callStatus(answered: Bool) -> String { answered ? "completed" : facts.status }

    /// The outcome of a call that ended with this cause.
    package func outcome(answered: Bool, machine: Bool) -> Outcome {
        machine ? .machine : answered ? .answered : facts.outcome
    }
}
