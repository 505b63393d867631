import DialerCore
import DialerStore

/// `status` for pipes and logs: one line each.
struct StatusLines {
    private let report: StatusReport

    init(_ report: StatusReport) {
        self.report = report
    }

    var text: String {
        let lines =
            [StatusWords.headline(report.daemon)] + StatusWords.problems(report.daemon)
            + report.campaigns.map(line)
            + report.files.map { "file \($0.name): waits for \($0.waitingFor)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ campaign: CampaignStatus) -> String {
        var parts = [
            "\(campaign.name): \(campaign.state.rawValue), \(StatusWords.finished(campaign))",
            StatusWords.states(campaign).joined(separator: ", "),
        ]
        let outcomes = StatusWords.outcomes(campaign)
        if !outcomes.isEmpty { parts.append(outcomes.joined(separator: ", ")) }
        parts.append("attempts \(campaign.progress.attempts), cost \(campaign.progress.cost.text)")
        if let rate = StatusWords.rate(campaign) { parts.append(rate) }
        if let eta = campaign.eta { parts.append("eta \(eta.rfc3339)") }
        if let reason = campaign.reason { parts.append("not dialling: \(reason)") }
        if let archived = StatusWords.archived(campaign) { parts.append(archived) }
        if let problem = campaign.settingsProblem { parts.append(problem) }
        return parts.joined(separator: "; ")
    }
}
