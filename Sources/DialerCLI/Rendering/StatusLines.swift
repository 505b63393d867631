import DialerCore
import DialerStore

/// `status` for pipes and logs: one line for each campaign.
struct StatusLines {
    private let report: StatusReport

    init(_ report: StatusReport) {
        self.report = report
    }

    var text: String {
        let lines =
            [StatusText.headline(report.daemon)] + StatusText.problems(report.daemon)
            + report.campaigns.map(line)
            + report.files.map { "file \($0.name): waits for \($0.waitingFor)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ campaign: CampaignStatus) -> String {
        var parts = ["\(campaign.name): \(campaign.state.rawValue), \(StatusText.finished(campaign))"]
        parts += StatusText.figures(campaign).map { $0.joined(separator: ", ") }
        if let rate = StatusText.rate(campaign) { parts.append(rate) }
        if let eta = campaign.eta { parts.append("eta \(eta.rfc3339)") }
        parts += StatusText.notes(campaign).map(\.text)
        return parts.joined(separator: "; ")
    }
}
