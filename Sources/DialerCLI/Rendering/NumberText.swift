import DialerCore
import DialerStore

/// `explain` for people.
struct NumberText {
    private let report: NumberReport

    init(_ report: NumberReport) {
        self.report = report
    }

    var text: String {
        var lines = [report.destination.internationalText, "  " + list]
        if !report.isDaemonRunning, report.contacts.contains(where: { $0.campaignState.isActive }) {
            lines.append("  dialerd is not running: nobody is called until it is (systemctl start dialerd)")
        }
        for contact in report.contacts {
            lines += [""] + ContactText(contact, isDaemonRunning: report.isDaemonRunning).lines
        }
        if report.contacts.isEmpty {
            let isKnown = report.archivedUntil == nil ? "in no campaign" : "in no campaign that is not archived"
            lines.append("  \(isKnown); what a rejects.csv in accepted/ has is not known here")
        }
        lines += archive
        return lines.joined(separator: "\n") + "\n"
    }

    /// What campaigns that are archived did. Who was in one and was not called stands in its results alone.
    private var archive: [String] {
        guard let until = report.archivedUntil else { return [] }
        let calls = report.archivedCalls
        let called =
            calls.first.map { "they called it \(counted(calls.count, "time")), last \($0.rfc3339)" }
            ?? "none of them has called it within the last 366 days"
        return [
            "", "  campaigns that ended until \(until.rfc3339) may be archived (accepted/NAME/results.csv): \(called)",
        ]
    }

    private var list: String {
        guard let entry = report.doNotCall else { return "not on the do-not-call list" }
        return "on the do-not-call list \(DoNotCallWords.entry(entry))"
    }
}

/// One campaign of ``NumberText``.
private struct ContactText {
    private let contact: ContactReport
    private let isDaemonRunning: Bool

    init(_ contact: ContactReport, isDaemonRunning: Bool) {
        self.contact = contact
        self.isDaemonRunning = isDaemonRunning
    }

    var lines: [String] {
        var lines = [
            "\(contact.campaign): \(contact.campaignState.rawValue)",
            "  row \(contact.row) of \(contact.fileName), as \"\(contact.typed)\"; imported \(contact.importedAt.rfc3339)",
            "  \(state)",
        ]
        for (index, attempt) in contact.attempts.enumerated() {
            lines += AttemptText(attempt, number: index + 1).lines.map { "  " + $0 }
        }
        return lines + outlook.map { "  " + $0 }
    }

    private var state: String {
        let attempts = "\(contact.attemptCount) of \(counted(contact.mostAttempts, "attempt")) used"
        guard let outcome = contact.outcome else { return "\(StatusWords.spoken(contact.state.rawValue)), \(attempts)" }
        return "finished: \(StatusWords.spoken(outcome.rawValue)), \(attempts)"
    }

    /// What keeps it, and until when. Of a call that is under way its attempt has told already.
    private var outlook: [String] {
        guard [.pending, .inDoubt].contains(contact.state) else { return [] }
        let words = CallBlockWords(contact)
        let forecast = contact.forecast
        var lines = forecast.blocks.map { "not now: \(words.sentence($0))" }
        if let closing = forecast.closing { lines.append(words.open(until: closing)) }
        guard let next = forecast.next else { return lines }
        guard forecast.blocks.isEmpty else { return lines + ["it can be called from \(words.local(next))"] }
        lines.append("nothing keeps it: it is called when its turn comes")
        if isDaemonRunning, let reason = contact.campaignReason { lines.append("at the moment: \(reason)") }
        return lines
    }
}
