import DialerCore
import DialerDaemon
import DialerStore

/// Campaigns that do not dial, and files that wait, with their reasons.
enum CampaignStateCheck {
    static func findings(_ report: StatusReport) -> [Finding] {
        let waiting = report.campaigns.compactMap(finding)
        let files = report.files.map { Finding.ok(.campaigns, "file \($0.name) waits for \($0.waitingFor)") }
        let all = waiting + files
        return all.isEmpty ? [.ok(.campaigns, "none is halted or waits")] : all
    }

    private static func finding(_ campaign: CampaignStatus) -> Finding? {
        let reason = PhoneNumbers.hidden(in: campaign.reason ?? "")
        if let problem = campaign.settingsProblem {
            let text = "\(campaign.name): \(PhoneNumbers.hidden(in: problem))"
            return .warning(.campaigns, text, remedy: "correct the file")
        }
        switch campaign.state {
        case .halted:
            let remedy = "remove the cause, then: dialerd resume \(campaign.name)"
            return .warning(.campaigns, "\(campaign.name) is halted: \(reason)", remedy: remedy)
        case .waiting, .running, .paused, .cancelling:
            return reason.isEmpty ? nil : .ok(.campaigns, "\(campaign.name) is \(campaign.state.rawValue): \(reason)")
        case .importing, .cancelled, .completed: return nil
        }
    }
}
