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
        let course = course
        if !course.isEmpty { lines.append("  " + course.joined(separator: ", ")) }
        if let cause { lines.append("  " + cause) }
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

    private var course: [String] {
        var course: [String] = []
        if let instant = attempt.rangAt { course.append("rang \(instant.rfc3339)") }
        if let instant = attempt.answeredAt { course.append("answered \(instant.rfc3339)") }
        if let instant = attempt.endedAt { course.append("ended \(instant.rfc3339)") }
        if let seconds = attempt.durationSeconds { course.append("\(pluralized(seconds, "second"))") }
        if attempt.isMachine { course.append("a machine") }
        if attempt.cost != .zero { course.append("cost \(attempt.cost.text)") }
        return course
    }

    private var cause: String? {
        let parts = [attempt.causeCode.map { String($0) }, attempt.causeName].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return "hangup cause: " + parts.joined(separator: " ") + (attempt.hangupSource.map { ", by \($0)" } ?? "")
    }
}
