import DialerCore
import DialerStore

/// Campaigns that wait for somebody, and why.
enum CampaignCheckup {
    static func findings(_ report: StatusReport) -> [Finding] {
        let waiting = report.campaigns.compactMap(finding)
        let files = report.files.map { Finding.ok(.campaigns, "file \($0.name) waits for \($0.waitingFor)") }
        let all = waiting + files
        return all.isEmpty ? [.ok(.campaigns, "none waits for anything")] : all
    }

    private static func finding(_ campaign: CampaignStatus) -> Finding? {
        let reason = Numbers.masked(campaign.reason ?? "")
        if let problem = campaign.settingsProblem {
            return .warning(.campaigns, "\(campaign.name): \(Numbers.masked(problem))", remedy: "correct the file")
        }
        switch campaign.state {
        case .halted:
            let remedy = "when that is mended: dialerd resume \(campaign.name)"
            return .warning(.campaigns, "\(campaign.name) is halted: \(reason)", remedy: remedy)
        case .waiting, .running, .paused, .cancelling:
            return reason.isEmpty ? nil : .ok(.campaigns, "\(campaign.name) is \(campaign.state.rawValue): \(reason)")
        case .importing, .cancelled, .completed: return nil
        }
    }
}
