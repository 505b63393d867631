extension HangupCause {
    /// `HangupCause` of the hangup callback: the telephony network's own word.
    ///
    /// Captures show NORMAL_CLEARING (4000, 4010) and USER_BUSY (3010); which of the other words seen in the wild goes
    /// with which code is inferred from their meaning.
    package var telephonyName: String {
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

    /// `CallStatus` of the hangup callback. The call page says it is always `completed`; a capture of a busy call and
    /// the call-status page say otherwise, and they are followed here.
    package func callStatus(answered: Bool) -> String {
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

    /// What a dialer makes of a call that ended like this.
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
