extension HangupCause {
    /// `HangupCause` of the hangup callback: the cause as the telephone network names it.
    ///
    /// Captures show NORMAL_CLEARING (4000, 4010) and USER_BUSY (3010). The other names are known too, but which code
    /// has which name is inferred from the meaning.
    var telephonyName: String {
        switch self {
        case .normalHangup, .endOfXML, .scheduledHangup, .machineDetected, .answerURLUnreachable,
            .transferURLUnreachable, .answerXMLInvalid, .transferXMLInvalid, .unknown:
            "NORMAL_CLEARING"
        case .busyLine, .busyEverywhere: "USER_BUSY"
        case .noAnswer, .ringTimeout: "NO_ANSWER"
        case .rejected, .declined: "CALL_REJECTED"
        case .unallocatedNumber, .invalidDestination: "UNALLOCATED_NUMBER"
        case .outOfService, .carrierError, .carrierCongestion, .networkError, .internalError: "NETWORK_OUT_OF_ORDER"
        case .canceled: "ORIGINATOR_CANCEL"
        }
    }

    /// `CallStatus` of the hangup callback. Plivo's page "Call" says that it is always `completed`; a capture and other
    /// pages show more values, which are used here (docs/plivo.md, "Callbacks").
    func callStatus(answered: Bool) -> String {
        if answered { return "completed" }
        return switch self {
        case .busyLine, .busyEverywhere, .rejected, .declined: "busy"
        case .noAnswer: "no-answer"
        case .ringTimeout: "timeout"
        case .canceled, .unknown: "cancel"
        case .scheduledHangup: "timeout"
        default: "failed"
        }
    }

    /// The outcome of a call that ended with this cause.
    package func outcome(answered: Bool, machine: Bool) -> Outcome {
        if machine { return .machine }
        if answered { return .answered }
        return switch self {
        case .busyLine, .busyEverywhere: .busy
        case .noAnswer, .ringTimeout: .noAnswer
        case .rejected, .declined: .rejected
        case .canceled: .cancelled
        default: .failed
        }
    }
}
