import DialerCore
import DialerStore

/// `explain` for people.
struct ExplainText {
    private let report: NumberReport

    init(_ report: NumberReport) {
        self.report = report
    }

    var text: String {
        var lines = [report.destination.internationalText, "  " + list]
        if !report.isDaemonRunning, report.contacts.contains(where: { $0.campaignState.isActive }) {
            lines.append("  dialerd is not running: no calls are made until it is started (systemctl start dialerd)")
        }
        for contact in report.contacts {
            lines += [""] + ContactText(contact, isDaemonRunning: report.isDaemonRunning).lines
        }
        if report.contacts.isEmpty {
            let place = report.archivedUntil == nil ? "in no campaign" : "in no campaign that is not archived"
            lines.append("  \(place); rows in a rejects.csv are in no campaign, and are not searched")
        }
        lines += archive
        return lines.joined(separator: "\n") + "\n"
    }

    /// Of archived campaigns, only the calls are known. Contacts without a call are in the results files only.
    private var archive: [String] {
        guard let until = report.archivedUntil else { return [] }
        let calls = report.archivedCalls
        let called =
            calls.first.map { "they called it \(pluralized(calls.count, "time")), the last time \($0.rfc3339)" }
            ?? "none of them called it within the last 366 days"
        return [
            "", "  campaigns that ended before \(until.rfc3339) may be archived (accepted/NAME/results.csv): \(called)",
        ]
    }

    private var list: String {
        guard let entry = report.doNotCall else { return "not on the do-not-call list" }
        return "on the do-not-call list \(DoNotCallText.entry(entry))"
    }
}

/// The part of ``ExplainText`` about one campaign.
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
        let attempts = "\(contact.attemptCount) of \(pluralized(contact.mostAttempts, "attempt")) used"
        guard let outcome = contact.outcome else { return "\(StatusText.spoken(contact.state.rawValue)), \(attempts)" }
        return "finished: \(StatusText.spoken(outcome.rawValue)), \(attempts)"
    }

    /// The obstacles to a call now, and until when they last. A call under way is described by its attempt.
    private var outlook: [String] {
        guard [.pending, .inDoubt].contains(contact.state) else { return [] }
        let text = CallBlockText(contact)
        let forecast = contact.forecast
        var lines = forecast.blocks.map { "not now: \(text.sentence($0))" }
        if let closing = forecast.closing { lines.append(text.open(until: closing)) }
        guard let next = forecast.next else { return lines }
        guard forecast.blocks.isEmpty else { return lines + ["it can be called from \(text.local(next))"] }
        lines.append("nothing prevents a call: it is called when its turn comes")
        if isDaemonRunning, let reason = contact.campaignReason { lines.append("at the moment: \(reason)") }
        return lines
    }
}
