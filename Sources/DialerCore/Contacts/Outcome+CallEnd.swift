extension Outcome {
    /// What the end of a call means for its contact (docs/state-machine.md, "A contact").
    ///
    /// The cause code decides. The status counts only if the code is missing, because `CallStatus` is documented as
    /// always `completed`, while real callbacks have other values (docs/plivo.md, "Callbacks").
    package init(_ end: CallEnd, isMachine: Bool) {
        let meaning = end.causeCode.map(HangupCause.outcomeWithoutAnswer)
        if isMachine || meaning == .machine {
            self = .machine
        } else if end.answeredAt != nil {
            self = .answered
        } else {
            self = meaning ?? Self.fromStatus(end)
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
