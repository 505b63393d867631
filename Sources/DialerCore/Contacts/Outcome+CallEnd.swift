extension Outcome {
    /// What the end of a call means for its contact (interface, section 6; codes: plivo-facts, section 8).
    ///
    /// The code decides, because `CallStatus` is documented as always `completed` and seen otherwise
    /// (plivo-facts, 6.3); the status is asked only where the code is missing.
    package init(_ end: CallEnd, isMachine: Bool) {
        if isMachine || end.causeCode == HangupCause.machineDetected {
            self = .machine
        } else if end.answeredAt != nil {
            self = .answered
        } else if let code = end.causeCode {
            self = HangupCause.outcomeWithoutAnswer(code)
        } else {
            self = Self.fromStatus(end)
        }
    }

    private static func fromStatus(_ end: CallEnd) -> Outcome {
        switch end.status?.lowercased() {
        case "busy": .busy
        case "no-answer", "timeout": .noAnswer
        case "failed", "cancel": .failed
        case "completed": (end.durationSeconds ?? 0) > 0 ? .answered : .unknown
        default: .unknown
        }
    }
}
