import DialerCore
import DialerStore

/// One attempt in `explain`.
struct AttemptText {
    private let report: AttemptReport
    private let number: Int
    private var attempt: Attempt { report.attempt }

    init(_ report: AttemptReport, number: Int) {
        self.report = report
        self.number = number
    }

    var lines: [String] {
        var lines = ["attempt \(number), \(attempt.createdAt.rfc3339), from \(report.callerID): \(what)"]
        if !course.isEmpty { lines.append("  " + course) }
        if let cause = CallText.hangupCause(attempt.causeCode, attempt.causeName, by: attempt.hangupSource) {
            lines.append("  " + cause)
        }
        if let uuid = attempt.callUUID ?? attempt.requestUUID {
            lines.append(
                "  call \(uuid.text)\(attempt.isConfirmed ? "" : " (a guess by its place in Plivo's answer, not confirmed)")"
            )
        }
        return lines
    }

    private var what: String {
        let answer = report.answer.map { ": \($0)" } ?? ""
        switch attempt.state {
        case .dialing: return "request sent; Plivo has not answered yet\(withdrawal)"
        case .queued: return "in Plivo's queue\(withdrawal)"
        case .ringing: return "ringing"
        case .inProgress: return "talking"
        case .inDoubt: return "in doubt since then\(answer)\(withdrawal)"
        case .notPlaced: return "not placed\(answer)"
        case .ended: return attempt.outcome.map { StatusText.spoken($0.rawValue) } ?? "ended"
        }
    }

    private var withdrawal: String {
        guard report.isBeingWithdrawn else { return "" }
        if let instant = attempt.withdrawnAt {
            return "; Plivo accepted the DELETE at \(instant.rfc3339), waiting for confirmation"
        }
        return "; being taken back"
    }

    private var course: String {
        [
            attempt.rangAt.map { "rang \($0.rfc3339)" }, attempt.answeredAt.map { "answered \($0.rfc3339)" },
            attempt.endedAt.map { "ended \($0.rfc3339)" }, attempt.durationSeconds.map { pluralized($0, "second") },
            attempt.isMachine ? "a machine" : nil, attempt.cost == .zero ? nil : "cost \(attempt.cost.text)",
        ].compactMap(\.self).joined(separator: ", ")
    }
}
